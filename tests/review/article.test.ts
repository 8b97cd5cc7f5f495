/** An article as the page of a frame: units found again, and nothing left that runs or loads. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectDesk } from '../../scripts/commands/review/desk.ts';
import { marked } from '../../scripts/review/article/markers.ts';
import { articlePage } from '../../scripts/review/article/page.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

const page = (text: string, extension = '.md', keys: readonly string[] = ['a', 'b', 'c']): string => {
  const whole = articlePage({
    text,
    extension,
    keys,
    language: 'es',
    direction: 'ltr',
    side: 'target',
    title: 'post',
    fields: [],
    imageAt: (path) => `/image?${encodeURIComponent(path)}`,
  });
  return whole.slice(whole.indexOf('<main>') + 6, whole.indexOf('</main>'));
};

describe('an article’s units', () => {
  it.each([
    [
      'emphasis at both ends',
      `${marked('_One_ and **two**', 0)}`,
      '<p><x-unit data-key="a"><em>One</em> and <strong>two</strong></x-unit></p>',
    ],
    [
      'a heading',
      `# ${marked('One', 0)}\n\n${marked('Two', 1)}\n`,
      '<h1><x-unit data-key="a">One</x-unit></h1>\n<p><x-unit data-key="b">Two</x-unit></p>\n',
    ],
    [
      'an image, served by the project',
      `${marked('![x](a/b.png)', 0)}`,
      '<p><x-unit data-key="a"><img src="/image?a%2Fb.png" alt="x"></x-unit></p>',
    ],
    [
      'a mark in an attribute is taken away',
      `<p title="${marked('tip', 0)}">${marked('text', 1)}</p>`,
      '<p title="tip"><x-unit data-key="b">text</x-unit></p>',
    ],
    ['a key is text', `${marked('x', 0)}`, '<p><x-unit data-key="&quot;&gt;&lt;script&gt;">x</x-unit></p>'],
  ])('%s', (name, text, expected) => {
    expect(page(text, '.md', name === 'a key is text' ? ['"><script>'] : undefined)).toBe(expected);
  });

  it('plain text is no markup', () => {
    expect(page(marked('<b>1</b> & 2', 0), '.txt')).toBe(
      '<div class="plain-text"><x-unit data-key="a">&lt;b&gt;1&lt;/b&gt; &amp; 2</x-unit></div>',
    );
  });
});

describe('a hostile article', () => {
  it.each([
    '<script>hurt()</script>',
    '<img src="x" onerror="hurt()">',
    '<svg onload="hurt()"><script>hurt()</script></svg>',
    '<iframe src="https://elsewhere.example"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://elsewhere.example">',
    '<base href="https://elsewhere.example/">',
    '<form action="https://elsewhere.example"><input name="x"><button>go</button></form>',
    '<p style="position:fixed;inset:0">over all</p>',
    '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
    '<template><img src="x" onerror="hurt()"></template>',
    '[x](javascript:hurt())',
  ])('%s leaves nothing that runs, loads or covers', (text) => {
    for (const extension of ['.md', '.html']) {
      const html = page(`${text}\n\n${marked(text, 0)}`, extension);
      expect(html).not.toMatch(/<(?:script|iframe|meta|base|form|input|button|link|template|style)\b/i);
      expect(html).not.toMatch(/<[^>]*\s(?:on\w+|style)=/i);
    }
  });

  it('never throws, and keeps its frame', () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '</main>',
      '<!--',
      '-->',
      '<b',
      'x',
      '\n',
      '`',
      '*',
      '_',
      '|',
      marked('y', 0),
      '\ue0f0',
      '\ue0f1',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 30 }),
        fc.constantFrom('.md', '.mdx', '.html', '.txt'),
        (text, extension) => {
          expect(page(text.join(''), extension)).not.toContain('</main>');
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('serves images of the project and no other file', async () => {
  const project = temporaryProject({
    'source/blog/post.md': '![a](../a.png)',
    'source/a.png': 'a',
    'public/b.svg': '<svg/>',
  });
  const outside = temporaryProject({ 'c.png': 'secret' });
  writeFileSync(join(project.root, 'source/notes.txt'), 'notes');
  symlinkSync(join(outside.root, 'c.png'), join(project.root, 'source/link.png'));
  const desk = projectDesk(project.root, { XDG_CACHE_HOME: project.cache }, () => {});
  const typeOf = async (path: string): Promise<string | undefined> => (await desk.image('blog/post', path))?.type;
  expect(await typeOf('../a.png')).toBe('image/png');
  expect(await typeOf('/b.svg')).toBe('image/svg+xml');
  for (const path of [
    '../notes.txt',
    `../../../${outside.root.slice(5)}/c.png`,
    '../link.png',
    'http://x.example/a.png',
    '/../../etc/passwd',
    '\0.png',
  ])
    expect(await typeOf(path), path).toBeUndefined();
});
