/** Inputs that would take a parser minutes, or the process its stack: each is refused by name at once, and its like is read. */
import { describe, expect, it } from 'vitest';
import { readToml } from '../../scripts/formats/front-matter/toml-data.ts';
import { readYaml } from '../../scripts/formats/front-matter/yaml-data.ts';
import { markdown } from '../../scripts/formats/markdown.ts';
import { OpenBrackets } from '../../scripts/formats/markdown/open-brackets.ts';
import { mdx } from '../../scripts/formats/mdx.ts';

const OPTIONS = { sourceLanguage: 'en' };

// What loading and compiling costs is not the input's.
markdown.parse('# A\n\na *b*\n', OPTIONS);
readYaml('a: b\n');

function atOnce(read: () => unknown, message: RegExp): void {
  const begin = process.cpuUsage();
  expect(read).toThrow(message);
  const { user, system } = process.cpuUsage(begin);
  expect((user + system) / 1000).toBeLessThan(1000);
}

describe('Markdown', () => {
  it.each([
    ['comments', `a ${'<!-- '.repeat(10_000)}`, /comments or tags that are not closed/],
    ['instructions', `a ${'<?'.repeat(20_000)}`, /comments or tags that are not closed/],
    ['declarations', `a ${'<!A '.repeat(12_000)}`, /comments or tags that are not closed/],
    ['underlined headings', 'a\n=\n'.repeat(10_000), /headings are underlined/],
    ['lazy lines', `> a\n${'a\n'.repeat(28_000)}`, /has too many lines/],
    ['tags', `a ${'{{< a '.repeat(16_000)}`, /signs "<"/],
    ['blanks', `a${' '.repeat(200_000)}b`, /blanks stand in a row/],
    ['dollars', '$'.repeat(500_000), /dollar signs stand in a row/],
    ['columns', `|${'a|'.repeat(50_000)}\n|${'-|'.repeat(50_000)}\n`, /columns/],
    ['cells', `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(20_000)}`, /cells/],
  ])('refuses too many %s', (_, text, message) => {
    atOnce(() => markdown.parse(text, OPTIONS), message);
  });

  it('reads what only looks like it', () => {
    const text = [
      `a ${'<!-- b --> c '.repeat(500)}`,
      'Head\n===\n\n'.repeat(200),
      `> a\n${'b\n'.repeat(100)}`,
      `a${' '.repeat(500)}b`,
      `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(500)}`,
    ].join('\n\n');
    expect(markdown.parse(text, OPTIONS).units.length).toBeGreaterThan(1000);
  });
});

describe('MDX', () => {
  it('reads the data of a chart, and the end of each expression where it is', () => {
    const points = '{x: 1, y: "}", z: `${1}}`},'.repeat(300);
    const text = `# A\n\n<Chart data={[${points}]} />\n\n${'{a} b {a} '.repeat(2_500)}\n\nText {/* } */ c} here {'}'}.\n`;
    expect(mdx.parse(text, OPTIONS).units.map(({ kind }) => kind)).toEqual(['heading', 'p', 'p']);
  });

  it.each([
    ['template strings', `Text {${'`${'.repeat(3_000)}1${'}`'.repeat(3_000)}} here\n`],
    ['objects', `<A x={${'{a:'.repeat(3_000)}1${'}'.repeat(3_000)}} />\n`],
    ['elements', `{${'<A>{'.repeat(3_000)}a${'}</A>'.repeat(3_000)}}\n`],
    ['parentheses', `{${'('.repeat(3_000)}1${')'.repeat(3_000)}}\n`],
    ['functions', `{${'()=>'.repeat(3_000)}1}\n`],
    ['signs', `{${'!'.repeat(3_000)}1}\n`],
  ])('refuses %s 3,000 deep', (_, text) => {
    expect(() => mdx.parse(text, OPTIONS)).toThrow(/expression/i);
  });

  it.each([
    ['in an attribute', `<Chart data={[\n${'{x: 1, y: "}", z: `${1}}`},\n'.repeat(8_000)}]} />\n`],
    ['in a paragraph', `Words {[${'{x: 1, y: f({})},'.repeat(8_000)}].map(f)} here\n`],
    ['in a script', `export const a = [\n${'{x: 1},\n'.repeat(8_000)}]\n\n# A\n`],
  ])('reads 8,000 objects %s', (_, text) => {
    const parsed = mdx.parse(text, OPTIONS);
    expect(parsed.kind === 'article' && parsed.fill(new Map()).text).toBe(text);
  });

  it('tells the line of an expression that it refuses, and what else it reads in vain', () => {
    const deep = `# A\n\n<A x={${'{a:'.repeat(300)}1${'}'.repeat(300)}} />\n`;
    expect(() => mdx.parse(deep, OPTIONS)).toThrow(expect.objectContaining({ place: { line: 3 } }));
    const vain = `<A x={<div>${'<b>a</b>{1} '.repeat(1_600)}</div>} />\n`;
    expect(() => mdx.parse(vain, OPTIONS)).toThrow(/too long to be read/);
    const texts = `<A x={[\n${'"Some text",\n'.repeat(8_000)}]} />\n`;
    expect(() => mdx.parse(texts, OPTIONS)).toThrow(/too many texts/);
  });

  it('reads expressions as before where braces of code and of text are among them', () => {
    const many = '{a} and {b.c} '.repeat(40);
    const text = `Use \`{\` here: ${many}\n\n\`\`\`js\n${'f({\n'.repeat(40)}${'})\n'.repeat(40)}\`\`\`\n\nText {\`}\`} and ${many}\n`;
    const plain = mdx.parse(text.replaceAll(many, '{a} and {b.c} '), OPTIONS);
    const parsed = mdx.parse(text, OPTIONS);
    expect(parsed.units.map(({ value }) => value.replaceAll(many.trim(), '{a} and {b.c}'))).toEqual(
      plain.units.map(({ value }) => value),
    );
    expect(parsed.kind === 'article' && parsed.fill(new Map([[0, 'Usa `{`.']])).text).toContain('Text {`}`} and');
  });

  it('knows which piece of a script lacks a bracket, as it grows', () => {
    const text = 'f({a: [1, "]", \'}\'], b: `x${ {c: 1}.c }]`, /* } */ d: 2 // )\n})';
    const brackets = new OpenBrackets();
    for (let end = 1; end < text.length; end++)
      expect(brackets.look(text.slice(0, end))).toBe(end === 1 ? 'closed' : 'open');
    expect(brackets.look(text)).toBe('closed');
    expect(brackets.look('[a / 2')).toBe('unknown');
    expect(brackets.look('<b>don’t {')).toBe('unknown');
  });
});

describe('front matter', () => {
  it.each([
    ['a: ', '[', 100_000],
    ['a: ', '{', 100_000],
    ['a: ', '&a ', 60_000],
    ['a: ', '*a ', 60_000],
    ['a: ', '"', 160_000],
    ['a:\n  ', '- ', 60_000],
  ])('refuses %j and %j %d times', (start, piece, count) => {
    atOnce(() => readYaml(`${start}${piece.repeat(count)}\n`), /nested too deeply|too many values or aliases/);
  });

  it('refuses blocks 1,500 deep in its own words', () => {
    const deep = (levels: number): string =>
      Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
    atOnce(() => readYaml(deep(1_500)), /^The front matter is nested too deeply$/);
    expect(readYaml(deep(60))?.strings).toEqual([]);
    expect(readYaml(`x: "b c"\ny:\n${'  - z w\n'.repeat(500)}`)?.strings.length).toBe(501);
  });

  it('names the line of a key that stands twice, at any depth', () => {
    for (const [text, line] of [
      ['a: 1\nb: 2\na: 3\n', 3],
      ['a:\n  b: 1\n  c: 2\n  b: 3\n', 4],
      ['a: [1, {b: 1, "b": 2}]\n', 1],
      ['1: a\n1: b\n', 2],
    ] as const)
      expect(() => readYaml(text)).toThrow(expect.objectContaining({ message: 'Map keys must be unique', line }));
    expect(readYaml('a: {b: 1}\nc: {b: 2}\n1: x\n"1": y\n')?.strings.length).toBe(2);
  });

  it('reads lists in lists, and integers of 64 bits', () => {
    expect(readYaml(`a: ${'['.repeat(40)}b${']'.repeat(40)}\ntitle: "a" # [[[\n`)?.strings.length).toBe(2);
    expect(readToml('id = 9223372036854775807\ntitle = "A"\n').strings.length).toBe(1);
  });
});
