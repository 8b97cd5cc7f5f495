import { expect, it } from 'vitest';
import { headingAddress, pageAddress, sourceAddress, withAddresses } from '../../scripts/formats/links/addresses.ts';
import { html } from '../../scripts/formats/html.ts';

it.each([
  ['/en/start', '/es/start'],
  ['/en?from=a.png', '/es?from=a.png'],
  ['/en/v1.2', '/es/v1.2'],
  ['/en/a.html#x', '/es/a.html#x'],
  ['/en/node.js', '/en/node.js'],
  ['/english', '/english'],
  ['//en/start', '//en/start'],
  ['/fr/start', '/fr/start'],
  ['start', 'start'],
])('a page of the source: %s', (from, to) => {
  const links = { '/en/': '/{language}/' };
  const way = pageAddress(links, 'es', ['es', 'fr']);
  expect([way(from), sourceAddress(links, 'es', way)(to)]).toEqual([to, from]);
});

it.each([
  [{ '/en/': '/' }, '/en/start', '/start'],
  [{ '/': '/{language}/' }, '/start', '/es/start'],
  [{ '/docs/': '/{language}/docs/', '/': '/{language}/' }, '/docs/a', '/es/docs/a'],
  [{ '/docs/': '/docs/{language}/' }, '/docs/a', '/docs/es/a'],
  [{ 'https://x.org/': 'https://{language}.x.org/' }, 'https://x.org/a', 'https://es.x.org/a'],
])('other beginnings: %o', (links, from, to) => {
  const way = pageAddress(links, 'es', ['es', 'fr']);
  expect([way(from), way(to), sourceAddress(links, 'es', way)(to)]).toEqual([to, to, from]);
});

it('ids that generators number are not guessed', () => {
  const way = headingAddress(['one', 'two', 'three'], ['', '_1', 'tres']);
  expect(['#one', '#two', '#three', '#four'].map((id) => way?.(id))).toEqual(['#one', '#two', '#tres', '#four']);
});

it.each([
  ['<A HREF="/en/a">A</A>', '<A HREF="!">A</A>'],
  ['<a hreflang="en" href="/en/a">A</a> <a href="/en/a" hreflang="en">A</a>', undefined],
  ['<p>1 < 2, href="/en/a"</p>', undefined],
  ['<script>a = \'<a href="/en/a">\'</script><!-- <a href="/en/a"> -->', undefined],
])('links in HTML: %s', (text, wanted) => {
  expect(withAddresses(text, html.parse(text, { sourceLanguage: 'en' }), () => '!')).toBe(wanted ?? text);
});
