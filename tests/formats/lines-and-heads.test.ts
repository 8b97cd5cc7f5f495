/** Lines that bring files in, addresses without brackets, and what of a page's head readers see: through `translate`. */
import { expect, it } from 'vitest';
import { temporaryProject } from '../commands/temporary-project.ts';

const CONFIGURATION = JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo' });

/** The lines of a file that a translation leaves as they are, and those that it changes. */
async function translated(file: string, text: string): Promise<{ kept: string[]; changed: string[]; text: string }> {
  const project = temporaryProject({ 'l10n.config.json': CONFIGURATION, [`source/${file}`]: text });
  const { code, report } = await project.translate();
  expect({ code, failed: report.failed, problems: report.problems }).toEqual({ code: 0, failed: [], problems: [] });
  expect((await project.run('check')).code).toBe(0);
  const again = await project.translate();
  expect([again.report.requests, again.report.languages['es']?.['unchanged']]).toEqual([
    0,
    report.languages['es']?.['units'],
  ]);
  const result = project.read(`locales/es/${file}`);
  const own = text.split('\n');
  const lines = result.split('\n');
  expect(lines.length).toBe(own.length);
  return {
    kept: own.filter((line, index) => line !== '' && line === lines[index]),
    changed: lines.filter((line, index) => line !== own[index]),
    text: result,
  };
}

const LINES = String.raw`.. include:: ../README.md
.. literalinclude:: a.py
   :start-after: # begin here
   :end-before: # end here
.. automodule:: pkg.name
:include(file.md)
:include-markdown "x.md"
!include x.md
#include "x.md"
<<[code/a.rb]
\newpage
\begin{center}
\input{parts/words}`;

it('lines that bring a file in are no text, wherever they stand', async () => {
  for (const before of ['', '> ', '- ']) {
    const inner = before === '- ' ? '  ' : before;
    const text = `Words here.\n\n${before}${LINES.replaceAll('\n', `\n${inner}`)}\n\nMore words.\n`;
    const { kept } = await translated('a.md', text);
    expect(kept.join('\n')).toBe(`${before}${LINES.replaceAll('\n', `\n${inner}`)}`);
  }
});

it('prose that begins alike is text', async () => {
  const text = '.. note:: Read this.\n\n\\Users is a folder.\n\nSee #include for more.\n\n:including all of it.\n';
  expect((await translated('a.md', text)).kept).toEqual([]);
});

it('options of Docsify are no title', async () => {
  const { text } = await translated(
    'a.md',
    "[Code](a.js ':include :type=code') and [x](y.md ':ignore') or [z](q 'Tip').\n",
  );
  expect(text).toMatch(/\(a\.js ':include :type=code'\).*\(y\.md ':ignore'\).*\(q '⟦Ţîþ·?⟧'\)/);
});

it.each(['a.md', 'a.mdx'])('addresses without brackets are whole in %s', async (file) => {
  const addresses = ['https://a/*x*', 'https://b.org/x_y_', 'mailto:one@b.org', 'www.b.org/~me~'];
  const { text } = await translated(
    file,
    addresses.map((one) => `See ${one} and **https://c.org/x** now.\n`).join('\n'),
  );
  for (const one of addresses) expect(text).toContain(` ${one} `);
  expect(text.match(/\*\*https:\/\/c\.org\/x\*\*/g)?.length).toBe(4);
  expect(text).not.toContain('⟦mailto:');
});

it('what follows an address in MDX does not become its own', async () => {
  const project = temporaryProject({ 'source/a.mdx': 'See **https://b.org/x**. And https://c.org/y, too.\n' });
  await project.translate('--to', 'es');
  const bundle = { body: { lead: { p1: 'Ve **https://b.org/x** .' } } };
  expect(project.read('locales/es/a.mdx')).toContain('**https://b.org/x** .');
  project.write('locales/es/a.json', JSON.stringify(bundle));
  expect((await project.run('check', ['--allow', 'missing'])).stderr).not.toContain('strong');
});

it('a no-break space at an edge of emphasis stays in it', async () => {
  const { text } = await translated('a.md', '**&nbsp;One** and *two&nbsp;* and ***&nbsp;three***.\n');
  for (const part of ['**&nbsp;Ö', 'ö&nbsp;*', '***&nbsp;ţ']) expect(text).toContain(part);
});

it('attributes that readers see are offered', async () => {
  const text =
    '![A plot](x.png){#fig-x fig-alt="A line going up" width=50%}\n\nGo [there](x){ .button title="The tip" } now.\n';
  const result = (await translated('a.md', text)).text;
  expect(result).toMatch(/\{#fig-x fig-alt="⟦Å [^"]*⟧" width=50%\}/);
  expect(result).toMatch(/\{ \.button title="⟦Ţ[^"]*⟧" \}/);
});

it('of what stands in a head, what readers see is offered', async () => {
  const head = [
    'head:',
    '  - - meta',
    '    - name: description',
    '      content: The guide to all',
    '  - - meta',
    '    - { property: og:title, content: The great guide }',
    '  - - meta',
    '    - name: viewport',
    '      content: width=device-width, initial-scale=1',
    '  - tag: meta',
    '    attrs:',
    '      name: theme-color',
    '      content: light grey',
    '  - tag: title',
    '    content: A title of its own',
    'prev: The page before',
    'next: guide/second-page',
    'fig-alt: A picture of it',
  ];
  const { changed } = await translated('a.md', `---\n${head.join('\n')}\n---\n\n\`x\`\n`);
  expect(changed.map((line) => line.replace(/⟦.*$/, '').trim())).toEqual([
    'content:',
    '- { property: og:title, content:',
    'content:',
    'prev:',
    'fig-alt:',
  ]);
});

it('remarks of MDX make a file MDX, but not where they are shown in a fence', async () => {
  const { text } = await translated(
    'a.md',
    '<Deep>\n\n## A b {/*a-b*/}\n\n<Log a={`x`}>\nIn \\<div\\>.\n</Log>\n\n</Deep>\n',
  );
  expect(text).toContain('⟧ {/*a-b*/}\n');
  expect(text).toContain('\\<ðîṽ');
  const fenced = '```\n## A b {/*a-b*/}\n```\n\nA {b} <c\n';
  expect((await translated('b.md', fenced)).kept).toEqual(fenced.split('\n').slice(0, 3));
});
