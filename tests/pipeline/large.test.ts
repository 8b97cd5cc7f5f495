/** Broken and oversized files through the whole run: a clear error or a correct result, and the other files are done. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/temporary-project.ts';

const times = (text: string, count: number): string => text.repeat(count);

/** A hang is what the test's own time limit ends. */
async function translated(files: Readonly<Record<string, string | Buffer>>) {
  const project = temporaryProject({ 'source/good.txt': 'A good text.\n' });
  project.write('l10n.config.json', '{"sourceLanguage": "en", "targetLanguages": ["es"], "engine": "pseudo"}');
  for (const [file, text] of Object.entries(files)) {
    project.write(`source/${file}`, '');
    writeFileSync(join(project.root, 'source', file), text);
  }
  const { code, stderr, report } = await project.translate();
  expect(stderr).not.toContain('unexpected error');
  expect(project.read('locales/es/good.txt')).toContain('Å ĝööð ţéẋţ.');
  return { project, code, stderr, report };
}

describe('what is not closed', () => {
  it('is read as the format says, and protected to the end', async () => {
    const open = {
      'fence.md': 'Some text.\n\n```js\nconst a = 1;\n',
      'tilde.md': 'Some text.\n\n~~~~\nno end\n~~~\n',
      'math.md': 'Some text.\n\n$$\na = b\n',
      'comment.md': 'Some text.\n\n<!-- no end\n\nof it\n',
      'script.html': '<p>Some text.</p>\n<script>never();\n',
    };
    const { project, code } = await translated(open);
    expect(code).toBe(0);
    for (const [file, text] of Object.entries(open)) {
      const rendered = project.read(`locales/es/${file}`);
      expect(rendered.slice(rendered.indexOf('⟧') + 1), file).toBe(text.slice(text.indexOf('text.') + 5));
    }
    const before = project.snapshot('locales');
    expect((await project.translate()).report.requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);
  });

  it('is an error with its line where the format has no rule for it', async () => {
    const { code, stderr } = await translated({
      'head.md': '---\ntitle: A\n\nno end\n',
      'jsx.mdx': '# A\n\n<Card>\n\nText\n',
      'cut.json': '{"a": "b",\n "c": "d',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: source\/head\.md:1: /m);
    expect(stderr).toMatch(/^error: source\/jsx\.mdx:[35]: /m);
    expect(stderr).toMatch(/^error: source\/cut\.json:2: /m);
  });
});

describe('bytes', () => {
  it('that no text has are an error with their line, or stay', async () => {
    const { project, code, stderr } = await translated({
      'text.txt': 'Some\nmore\0 text.\n',
      'page.html': '<p>\0</p>\n',
      'strings.json': '{"a": "b\0"}',
      'nul.md': 'Some\0 text.\n',
      'latin.md': Buffer.from([0x41, 0x0a, 0x0a, 0xe9, 0x0a]),
      'half.json': Buffer.from([...Buffer.from('{"a": "'), 0xf0, 0x9f, 0x22, 0x7d]),
      'lone.json': '{"a": "Half \\ud83d a pair"}',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: source\/text\.txt:2: /m);
    expect(stderr).toMatch(/^error: source\/page\.html:1: /m);
    expect(stderr).toMatch(/^error: source\/strings\.json:1: /m);
    expect(stderr).toMatch(/^error: source\/latin\.md:3: is not UTF-8/m);
    expect(stderr).toMatch(/^error: source\/half\.json:1: is not UTF-8/m);
    expect(project.read('locales/es/nul.md')).toMatch(/^⟦Šöɱé[\0\ufffd] ţéẋţ\./);
    expect((await project.translate()).report.requests).toBe(0);
  });

  it('a byte order mark and Windows line ends come back, in every format', async () => {
    const files = {
      'a.md': '\ufeff---\r\ntitle: A title\r\n---\r\n\r\nSome text\r\n\r\n- one\r\n- two\r\n',
      'b.mdx': '\ufeff# Title\r\n\r\n<Card>\r\n\r\nText\r\n\r\n</Card>\r\n',
      'c.html': '\ufeff<p>Some text</p>\r\n<p>More text</p>\r\n',
      'd.txt': '\ufeffA title\r\n\r\nSome text.\r\n',
      'e.json': '\ufeff{\r\n  "a": "Text"\r\n}\r\n',
    };
    const { project, code } = await translated(files);
    expect(code).toBe(0);
    for (const file of ['a.md', 'b.mdx', 'c.html', 'd.txt']) {
      const rendered = project.read(`locales/es/${file}`);
      expect(rendered.startsWith('\ufeff'), file).toBe(true);
      expect(rendered.replaceAll('\r\n', ''), file).not.toMatch(/[\r\n]/);
    }
    expect((await project.translate()).report.requests).toBe(0);
  });
});

describe('size', () => {
  it('10,000 levels of anything are an error with a line, or done', async () => {
    const { code, stderr, project } = await translated({
      'quotes.md': `${times('>', 10_000)} deep\n`,
      'lists.md': `${times('- ', 10_000)}deep\n`,
      'object.json': `${times('{"a":', 10_000)}"x"${times('}', 10_000)}`,
      'array.json': `{"a": ${times('[', 10_000)}"x"${times(']', 10_000)}}`,
      'blocks.html': `${times('<div>', 10_000)}deep text${times('</div>', 10_000)}`,
      'inline.html': `<p>${times('<b>', 10_000)}deep text${times('</b>', 10_000)}`,
    });
    expect(code).toBe(1);
    for (const file of ['quotes.md', 'lists.md', 'object.json', 'array.json']) {
      expect(stderr).toMatch(new RegExp(`^error: source/${file.replace('.', '\\.')}:1: .*(?:60|500)`, 'm'));
    }
    expect(project.read('locales/es/blocks.html')).toBe(
      `${times('<div>', 10_000)}⟦ðééþ ţéẋţ·⟧${times('</div>', 10_000)}`,
    );
    expect(project.read('locales/es/inline.html')).toContain('ðééþ ţéẋţ');
  });

  it('what grows beyond all measure is an error, not the end of memory', async () => {
    const { code, stderr } = await translated({
      'font.html': Array.from({ length: 20_000 }, (_, index) => `<p><font color=c${index}>text`).join('\n'),
      'keys.json': JSON.stringify(Object.fromEntries(Array.from({ length: 300_001 }, (_, index) => [`k${index}`, '']))),
      'head.html': `---\n${Array.from({ length: 60_000 }, (_, index) => `k${index}: v\n`).join('')}---\n<p>x</p>\n`,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: source\/font\.html: The file has more than 1,000,000 elements/m);
    expect(stderr).toMatch(/^error: source\/keys\.json: The file has more than 300,000 texts/m);
    expect(stderr).toMatch(/^error: source\/head\.html:\d+: The front matter has too many values/m);
  }, 120_000);

  it('a text of a hundred thousand codes is a text', async () => {
    const { code, project } = await translated({
      'codes.html': `<p>Text ${times('{{a}} ', 70_000)}</p>`,
      'strings.json': `{"a": "Text ${times('{{a}} ', 70_000)}"}`,
      'comments.html': `${times('<!-- c -->', 200_000)}<p>Text</p>`,
    });
    expect(code).toBe(0);
    expect(project.read('locales/es/comments.html')).toContain('<p>⟦Ţéẋţ');
  }, 120_000);

  it('a translation of thousands of levels is a finding, and the run goes on', async () => {
    const { project } = await translated({ 'a.md': 'One *word*.\n', 'b.md': 'Other.\n' });
    const deep = `${times('*a ', 2_500)}b${times(' a*', 2_500)}`;
    project.write('locales/es/a.json', project.read('locales/es/a.json').replace(/"⟦[^"]*"/, JSON.stringify(deep)));
    project.write('source/b.md', 'Changed.\n');
    const { stderr } = await project.translate();
    expect(stderr).not.toContain('unexpected error');
    expect(project.read('locales/es/b.md')).toContain('Çĥåñĝéð');
    expect(project.read('locales/es/a.json')).toContain(deep);
    expect(project.read('locales/es/a.md')).toBe('One *word*.\n');
  });

  it('an article of 10 MB is refused at once, a bundle value of 10 MB is a value', async () => {
    const { code, stderr, project } = await translated({
      'big.md': times('A sentence of a very large article.\n\n', 280_000),
      'line.md': times('word ', 2_000_000),
      'value.json': `{"a": "${times('word \\\\', 1_500_000)}"}`,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: source\/big\.md: The article is longer/m);
    expect(stderr).toMatch(/^error: source\/line\.md: The article is longer/m);
    expect(stderr).not.toMatch(/value\.json/);
    expect(project.exists('locales/es/value.json')).toBe(true);
  }, 120_000);
});
