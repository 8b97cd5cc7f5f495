/** What site builders add to Markdown, through the commands: nothing of it changes but its words, and check finds it right. */
import { describe, expect, it } from 'vitest';
import { temporaryProject, valueAt } from '../commands/temporary-project.ts';

const JSON_HEAD = '{\n  "title": "First words",\n  "slug": "first words"\n}\n\nA text.\n';

const ALIASES = `---
base: &b {title: Shared words, image: a b.png}
seo: *b
image: {src: a.png, alt: A picture}
---

# Heading words {#custom-id .wide}

::: tip A title
Inside it.
:::

> [!NOTE]
> An alert.

Para words
{:.note #id}

We have \\( x_1 \\) here.

[TOC]
`;

/** `pseudo` writes letters with accents, between brackets: what stands between these is read as one word. */
function withoutWords(text: string): string {
  return text.replace(/"?⟦[^⟦⟧]*⟧"?/g, 'W');
}

describe('constructs of site builders', () => {
  it('stay as they are beside their translated words', async () => {
    const project = temporaryProject({ 'source/hugo.md': JSON_HEAD, 'source/page.md': ALIASES });
    const { code, report } = await project.translate();
    expect([code, report.failed]).toEqual([0, []]);
    expect(withoutWords(project.read('locales/es/hugo.md'))).toBe(
      '{\n  "title": W,\n  "slug": "first words"\n}\n\nW\n',
    );
    expect(withoutWords(project.read('locales/es/page.md'))).toBe(
      ALIASES.replace('Shared words', 'W')
        .replace('A picture', 'W')
        .replace('Heading words', 'W')
        .replace('A title', 'W')
        .replace('Inside it.', 'W')
        .replace('An alert.', 'W')
        .replace('Para words', 'W')
        .replace('We have \\( x_1 \\) here.', 'W'),
    );
    expect(project.read('locales/es/page.md')).toContain('\\( x_1 \\)');
    expect(Object.keys(project.json('locales/es/page.json'))).toEqual(['seo', 'image', 'body']);
    expect(valueAt(project.json('locales/en/page.json'), 'body.heading-words.heading')).toBe('Heading words');
    const check = await project.run('check');
    expect([check.code, check.stderr]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')]);
    const again = await project.translate();
    expect(again.report).toMatchObject({ requests: 0, characters: 0 });
  });

  it("take a person's words in the article, and what they changed beside them", async () => {
    const project = temporaryProject({ 'source/page.md': ALIASES });
    await project.translate();
    const file = 'locales/es/page.md';
    const text = project.read(file);
    project.write(file, text.replace(/::: tip .*/, '::: tip Un título').replace(/# .* \{#/, '# Palabras {#'));
    const { code } = await project.translate();
    expect(code).toBe(0);
    const bundle = project.json('locales/es/page.json');
    expect(valueAt(bundle, 'body.heading-words.heading')).toBe('Palabras');
    expect(project.read('locales/es/page.json')).toContain('"Un título"');

    // A block more or less in a person's document is theirs: no alarm, and no later run takes it back.
    const theirs = project.read(file).replace('> [!NOTE]\n', '');
    project.write(file, theirs);
    expect((await project.run('check')).code).toBe(0);
    expect((await project.translate()).code).toBe(0);
    expect(project.read(file)).toBe(theirs);
  });
});
