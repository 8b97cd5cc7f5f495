import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { articlePath, FULL_SIZE, generateProject, stringsPath } from '../../scripts/bench/project-generator.ts';
import { markdown } from '../../scripts/formats/markdown.ts';

const SMALL = { articles: 12, namespaces: 2, keys: 300, languages: ['it', 'de'] };

const files = generateProject(SMALL, 'deepl');
const articles = Array.from({ length: SMALL.articles }, (_, number) => files.get(articlePath(number)) ?? '');

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

const hash = (made: ReadonlyMap<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify([...made]))
    .digest('hex');

describe('the generated project', () => {
  it('has the same bytes for one seed and others for another', () => {
    expect(hash(generateProject(SMALL, 'deepl'))).toBe(hash(files));
    expect(hash(generateProject(SMALL, 'deepl', 2))).not.toBe(hash(files));
  });

  it('is of the size that the figures are published for', () => {
    expect(FULL_SIZE).toMatchObject({ articles: 200, namespaces: 5, keys: 1000, languages: { length: 5 } });
    const average = articles.join('').length / articles.length;
    expect(average).toBeGreaterThan(5000);
    expect(average).toBeLessThan(5400);
  });

  it('has in each article what a real site has', () => {
    const wanted = [
      /^---\n# .*\n/,
      /&author /,
      /\*author/,
      /^tags: \[/m,
      /\*\*.+\*\*/,
      /`[^`]+`/,
      /\]\(https:/,
      /!\[/,
      /^ {2}- /m,
      /^ {3}1\. /m,
      /^> /m,
      /^```js/m,
      /^~~~sh/m,
      /^ {4}\S/m,
      /\\\|/,
      /^<div/m,
      /<kbd>/,
      /\[\^n\d+\]:/,
      /\[guide\]:/,
      / {2}\n\S/,
      /\\\n/,
      /\{\{product\}\}/,
      /%s/,
      /- \[x\]/,
      /~~.+~~/,
    ];
    for (const article of articles) for (const pattern of wanted) expect(article).toMatch(pattern);
  });

  it('has units that are nearly all unique', () => {
    const units = articles.flatMap((article) =>
      markdown
        .parse(article, { sourceLanguage: 'en' })
        .units.map(({ value }) => value)
        .filter((value) => value.includes('.')),
    );
    expect(new Set(units).size / units.length).toBeGreaterThan(0.98);
  });

  it('has bundles with plurals, nesting, formats, tags, and a tenth of copies', () => {
    const values = [stringsPath(0), stringsPath(1)].flatMap((file) => leaves(JSON.parse(files.get(file) ?? '{}')));
    expect(values).toHaveLength(SMALL.namespaces * SMALL.keys);
    const copies = 1 - new Set(values).size / values.length;
    expect(copies).toBeGreaterThan(0.05);
    expect(copies).toBeLessThan(0.2);
    const text = values.join('\n');
    for (const part of ['{{count}}', '$t(', ', number}}', '<1>', '{{- ']) expect(text).toContain(part);
  });
});
