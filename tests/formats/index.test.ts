import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FORMATS, formatFor } from '../../scripts/formats/index.ts';
import { loadSyntax } from '../../scripts/formats/syntaxes.ts';

const formatsFolder = new URL('../../scripts/formats/', import.meta.url);
const fixtures = new URL('../fixtures/formats/', import.meta.url);

describe('the table of formats', () => {
  test.each(FORMATS)(
    '$name: loads the format that it says, and has a fixture',
    async ({ name, extensions, kind, load }) => {
      const format = await load();
      expect({ name: format.name, extensions: format.extensions, kind: format.kind }).toEqual({
        name,
        extensions,
        kind,
      });
      expect(existsSync(new URL(name, fixtures)) && readdirSync(new URL(name, fixtures)).length > 0).toBe(true);
    },
  );

  test('every format in the folder is in the table', () => {
    const files = readdirSync(formatsFolder).filter((file) => file.endsWith('.ts'));
    const formats = files.filter((file) =>
      /: (?:Article|Bundle)Format = /.test(readFileSync(new URL(file, formatsFolder), 'utf8')),
    );
    expect(formats.map((file) => file.replace('.ts', '')).sort()).toEqual(FORMATS.map(({ name }) => name).sort());
  });

  test('no extension stands twice', () => {
    const extensions = FORMATS.flatMap((format) => format.extensions);
    expect(new Set(extensions).size).toBe(extensions.length);
  });

  test('a file is known by its extension', () => {
    expect(formatFor('guides/my page.v2.HTML')?.name).toBe('html');
    expect(formatFor('a/index.htm')?.name).toBe('html');
    expect(formatFor('[slug].md')?.name).toBe('markdown');
    expect(formatFor('皮肤/护理.txt')?.name).toBe('plain-text');
    expect(formatFor('common.json')).toMatchObject({ name: 'i18next-json', kind: 'bundle' });
    for (const path of ['picture.png', 'README', '.md', 'a.md/file', 'x.jsonl', ''])
      expect(formatFor(path)).toBeUndefined();
  });

  test('no parser is loaded before a format is', () => {
    for (const file of ['index.ts', 'syntaxes.ts']) {
      const imports = readFileSync(new URL(file, formatsFolder), 'utf8').matchAll(/^import (?!type ).* from '(.*)'/gm);
      expect([...imports].map(([, from]) => from).filter((from) => from?.startsWith('node:') !== true)).toEqual([]);
    }
  });
});

test.each(['markdown', 'mdx', 'html', 'plain', 'i18next'] as const)(
  'the inline syntax %s is loaded by its name',
  async (name) => {
    const syntax = await loadSyntax(name);
    expect(syntax.name).toBe(name);
    for (const value of [
      '',
      'Text',
      'Hello {{name}}, see https://example.org/a?b=c&d=e (or write to me@example.org).',
    ]) {
      expect(syntax.print(syntax.parse(value))).toBe(value);
    }
  },
);
