/** Markdown that is MDX: what a site or a file's beginning says of it. */
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../scripts/formats/index.ts';
import { parseFile } from '../../scripts/formats/parse-file.ts';

const IMPORTS = "import Tabs from '@theme/Tabs';\nimport TabItem from '@theme/TabItem';\n";
const BODY =
  '# Cards\n\n<Tabs groupId="os">\n<TabItem value="win" label="Windows">\nText of the tab.\n</TabItem>\n</Tabs>\n\nThe price is {price} today.\n';

async function read(text: string, options: { readonly mdx?: boolean } = {}) {
  const entry = formatFor('a.md');
  if (entry === undefined) throw new Error('no format');
  const { format, parsed } = await parseFile(entry, text, { sourceLanguage: 'en', ...options });
  return { name: format.name, warnings: parsed.warnings, values: parsed.units.map(({ value }) => value) };
}

describe('Markdown is read as MDX', () => {
  it.each([
    `${IMPORTS}\n${BODY}`,
    `---\ntitle: Cards of all\n---\n\n${IMPORTS}\n${BODY}`,
    `\ufeff{/* a remark */}\n\nimport './style.css'\n\n${BODY}`,
    `<!-- a remark -->\nimport {\n  Tabs,\n} from './tabs.js'\n\n${BODY}`,
    `export const price = 3;\n\n${BODY}`,
  ])('where it begins with ESM: %j', async (text) => {
    const { name, values } = await read(text);
    expect(name).toBe('mdx');
    expect(values.filter((value) => value !== 'Cards of all')).toEqual([
      'Cards',
      'Windows',
      'Text of the tab.',
      'The price is {price} today.',
    ]);
  });

  it('where the site reads it so, but for a file that says it is none', async () => {
    expect((await read(BODY, { mdx: true })).name).toBe('mdx');
    expect((await read(`---\nmdx:\n  format: md\n---\n${BODY}`, { mdx: true })).name).toBe('markdown');
    expect((await read(BODY)).name).toBe('markdown');
  });

  it.each([
    '# Import\n\nimport nothing from nowhere\n',
    'import is a word that a sentence may begin with.\n',
    'export is another one.\n',
    'Text first.\n\nimport x from "y"\n',
  ])('and else as Markdown: %j', async (text) => {
    expect((await read(text)).name).toBe('markdown');
  });

  it.each([
    `${IMPORTS}\nText with <b>an open tag.\n`,
    `${IMPORTS}\nThe set {1, 2 has no end.\n`,
    '# Title\n\n<Tabs>\n\nText of the tab.\n',
  ])('but for what is none, which is told: %j', async (text) => {
    const { name, warnings, values } = await read(text, { mdx: true });
    expect(name).toBe('markdown');
    expect(warnings[0]?.message).toMatch(/^This is no MDX \(.+\): it is read as Markdown/);
    expect(warnings[0]?.line).toBeGreaterThan(0);
    expect(values.length).toBeGreaterThan(0);
  });
});
