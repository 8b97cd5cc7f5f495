import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt } from '../commands/temporary-project.ts';

const ARTICLE = `---
title: First words
---

A first sentence. A second sentence.

## What is new

One new thing. Another new thing.

- red apples
- pears
`;

const BUNDLE = 'locales/es/post.json';
const RECORD = 'locales/.review/es/post.json';

describe('a second run', () => {
  it('does nothing when nothing changed, and touches no file', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    const before = project.snapshot('locales');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(report.languages['es']).toMatchObject({ units: 6, unchanged: 6, machine: 0, failed: 0 });
    expect(project.snapshot('locales')).toEqual(before);
  });

  it('does nothing on a fresh clone without a cache', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    const before = project.snapshot('locales');
    const { stdout, code } = await project.run('translate', ['--json'], { XDG_CACHE_HOME: `${project.cache}/new` });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);
  });

  it('writes the same bytes again after locales/ was removed', async () => {
    const project = temporaryProject({
      'source/post.md': ARTICLE,
      'source/ui.json': '{"a": {"b": "Save"}, "n": [1, "x"]}',
    });
    await project.translate();
    const files = ['locales/en/post.json', BUNDLE, RECORD, 'locales/es/post.md', 'locales/it/ui.json'];
    const before = files.map((file) => project.read(file));
    project.remove('locales');
    await project.translate();
    expect(files.map((file) => project.read(file))).toEqual(before);
  });
});

describe('a changed source', () => {
  it('touches only the unit that changed, and sends only its changed sentence', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    project.write('l10n.config.json', project.read('l10n.config.json').replace('pseudo', 'identity'));
    await project.translate();
    const before = project.json(BUNDLE);
    project.write('source/post.md', ARTICLE.replace('A second sentence.', 'A very new sentence.'));
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ unchanged: 5, machine: 1 });
    expect(report.characters).toBe(2 * 'A very new sentence.'.length);
    const after = project.json(BUNDLE);
    expect(valueAt(after, 'body.lead.p1')).not.toBe(valueAt(before, 'body.lead.p1'));
    for (const key of ['title', 'body.what-is-new.heading', 'body.what-is-new.p1', 'body.what-is-new.li2']) {
      expect(valueAt(after, key)).toBe(valueAt(before, key));
    }
  });

  it('marks every language stale, also those that --to leaves out', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write('source/post.md', ARTICLE.replace('apples', 'oranges'));
    const { code } = await project.translate('--to', 'es');
    expect(code).toBe(0);
    const it = recordLine(project, 'locales/.review/it/post.json', 'body.what-is-new.li1');
    expect(it).toMatchObject({ previous: 'red apples', origin: 'pseudo' });
    expect(valueAt(project.json('locales/en/post.json'), 'body.what-is-new.li1')).toBe('red oranges');
    const { report } = await project.translate();
    expect(report.languages['es']).toMatchObject({ machine: 0 });
    expect(report.languages['it']).toMatchObject({ machine: 1, stale: 0 });
  });

  it('takes the mark away when the source returns to what it was', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    const before = project.read('locales/.review/it/post.json');
    project.write('source/post.md', ARTICLE.replace('apples', 'oranges'));
    await project.translate('--to', 'es');
    project.write('source/post.md', ARTICLE.replace('apples', 'grapes'));
    await project.translate('--to', 'es');
    expect(recordLine(project, 'locales/.review/it/post.json', 'body.what-is-new.li1')['previous']).toBe('red apples');
    project.write('source/post.md', ARTICLE);
    await project.translate('--to', 'es');
    expect(project.read('locales/.review/it/post.json').replace(/^.*\n/, '')).toBe(before.replace(/^.*\n/, ''));
  });

  it('drops a removed unit from bundle, article and record', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write('source/post.md', ARTICLE.replace('- pears\n', ''));
    const { code } = await project.translate();
    expect(code).toBe(0);
    expect(valueAt(project.json(BUNDLE), 'body.what-is-new.li2')).toBeUndefined();
    expect(project.read(RECORD)).not.toContain('li2');
    expect(project.exists('locales/.memory/es.jsonl')).toBe(false);
  });
});

describe('a person’s text', () => {
  const edited = async (file: string, change: (text: string) => string) => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write(file, change(project.read(file)));
    return project;
  };
  const inBundle = (text: string): string => text.replace(/"heading": ".*"/, '"heading": "Novedades"');

  it('edited in the bundle is kept, becomes a person’s and reaches the article', async () => {
    const project = await edited(BUNDLE, inBundle);
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(recordLine(project, RECORD, 'body.what-is-new.heading')).toMatchObject({
      state: 'translated',
      origin: 'person',
    });
    expect(project.read('locales/es/post.md')).toContain('## Novedades\n');
  });

  it('edited in the rendered article reaches the bundle', async () => {
    const project = await edited('locales/es/post.md', (text) => text.replace(/^## .*$/m, '## Novedades'));
    const { code } = await project.translate();
    expect(code).toBe(0);
    expect(valueAt(project.json(BUNDLE), 'body.what-is-new.heading')).toBe('Novedades');
    expect(recordLine(project, RECORD, 'body.what-is-new.heading')).toMatchObject({
      state: 'translated',
      origin: 'person',
    });
  });

  it('edited differently in both is an error that names both, and neither is touched', async () => {
    const project = await edited(BUNDLE, inBundle);
    project.write('locales/es/post.md', project.read('locales/es/post.md').replace(/^## .*$/m, '## Lo nuevo'));
    for (let run = 0; run < 2; run++) {
      const { code } = await project.translate();
      expect(code).toBe(1);
      expect(valueAt(project.json(BUNDLE), 'body.what-is-new.heading')).toBe('Novedades');
      expect(project.read('locales/es/post.md')).toContain('## Lo nuevo\n');
    }
    const { code, stdout } = await project.run('check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/locales\/es\/post\.json.*locales\/es\/post\.md/);
    project.write('locales/es/post.md', project.read('locales/es/post.md').replace('## Lo nuevo', '## Novedades'));
    expect((await project.translate()).code).toBe(0);
  });

  it('stays when its source changes, with a suggestion that keeps the person’s sentences', async () => {
    const project = await edited(BUNDLE, (text) =>
      text.replace(/"p1": "⟦Å ƒ[^"]*"/, '"p1": "Una primera frase. Una segunda frase."'),
    );
    await project.translate();
    project.write('source/post.md', ARTICLE.replace('A second sentence.', 'A very new sentence.'));
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ human: 1, stale: 1 });
    expect(valueAt(project.json(BUNDLE), 'body.lead.p1')).toBe('Una primera frase. Una segunda frase.');
    const line = recordLine(project, RECORD, 'body.lead.p1');
    expect(line).toMatchObject({ state: 'translated', previous: 'A first sentence. A second sentence.' });
    expect(line['suggestion']).toMatch(/^Una primera frase\. ⟦/);
    expect((await project.translate()).report.requests).toBe(0);
    const accepted = await project.translate('--accept-suggestions');
    expect(accepted.code).toBe(0);
    expect(valueAt(project.json(BUNDLE), 'body.lead.p1')).toBe(line['suggestion']);
    expect(recordLine(project, RECORD, 'body.lead.p1')).not.toHaveProperty('previous');
  });

  it('is told where the suggestion is new as a whole, because its sentences could not be told apart', async () => {
    const project = await edited(BUNDLE, (text) =>
      text.replace(/"p1": "⟦Å ƒ[^"]*"/, '"p1": "Todo en una frase larga que nadie puede partir en dos"'),
    );
    await project.translate();
    project.write('source/post.md', ARTICLE.replace('A second sentence.', 'A very new sentence.'));
    expect((await project.translate()).code).toBe(0);
    const mark = { rule: 'suggestion', severity: 'warning' };
    expect(recordLine(project, RECORD, 'body.lead.p1')).toMatchObject({
      suggestion: expect.stringMatching(/^⟦/),
      findings: [mark],
    });
    const { stdout } = await project.run('review', ['list', '--to', 'es', '--state', 'stale']);
    expect(stdout).toMatch(/^ {2}suggestion: ⟦.*\n {2}warning suggestion: made anew as a whole/m);
    expect((await project.run('check', ['--allow', 'stale'])).stdout).toMatch(/^warning suggestion: locales\/es/m);
    // Where the source returns there is nothing to compare any more.
    project.write('source/post.md', ARTICLE);
    await project.translate();
    expect(recordLine(project, RECORD, 'body.lead.p1')).not.toHaveProperty('findings');
    for (const action of ['approve', 'dismiss']) {
      project.write('source/post.md', ARTICLE.replace('A second sentence.', `A sentence for ${action}.`));
      await project.translate();
      expect(recordLine(project, RECORD, 'body.lead.p1')).toHaveProperty('findings');
      await project.run('review', [action, '--to', 'es', '--state', 'stale']);
      expect(recordLine(project, RECORD, 'body.lead.p1'), action).not.toHaveProperty('findings');
    }
  });

  it('is not told that of a suggestion all of whose sentences had to be new', async () => {
    const project = await edited(BUNDLE, (text) => text.replace(/"p1": "⟦Å ƒ[^"]*"/, '"p1": "Una frase. Otra frase."'));
    await project.translate();
    project.write(
      'source/post.md',
      ARTICLE.replace('A first sentence. A second sentence.', 'A first new sentence. A second old sentence.'),
    );
    await project.translate();
    const line = recordLine(project, RECORD, 'body.lead.p1');
    expect(line).toHaveProperty('suggestion');
    expect(line).not.toHaveProperty('findings');
  });

  it('is not redone by --redo', async () => {
    const project = await edited(BUNDLE, inBundle);
    const { report } = await project.translate('--redo');
    expect(report.languages['es']).toMatchObject({ machine: 5, unchanged: 1, human: 1 });
    expect(valueAt(project.json(BUNDLE), 'body.what-is-new.heading')).toBe('Novedades');
  });

  it('is reported when it was deleted, until a person gives it up', async () => {
    const project = await edited(BUNDLE, inBundle);
    await project.translate();
    project.write(BUNDLE, project.read(BUNDLE).replace(/ *"heading": "Novedades",\n/, ''));
    const { code } = await project.translate();
    expect(code).toBe(1);
    expect(project.read('locales/es/post.md')).toContain('## Novedades\n');
    expect((await project.run('review', ['reject', '--key', '*heading', '--to', 'es'])).code).toBe(0);
    expect((await project.translate()).code).toBe(0);
    expect(valueAt(project.json(BUNDLE), 'body.what-is-new.heading')).toMatch(/^⟦/);
  });

  it('is kept when its unit leaves the source, and returns with it', async () => {
    const project = await edited(BUNDLE, (text) => text.replace(/"li2": ".*"/, '"li2": "peras"'));
    await project.translate();
    project.write('source/post.md', ARTICLE.replace('- pears\n', ''));
    expect((await project.translate()).code).toBe(0);
    expect(project.read('locales/.memory/es.jsonl')).toContain('peras');
    project.write('source/post.md', ARTICLE);
    const { report } = await project.translate();
    expect(valueAt(project.json(BUNDLE), 'body.what-is-new.li2')).toBe('peras');
    expect(recordLine(project, RECORD, 'body.what-is-new.li2')).toMatchObject({
      state: 'translated',
      origin: 'person',
    });
    expect(report.languages['es']).toMatchObject({ human: 1 });
    expect(project.exists('locales/.memory/es.jsonl')).toBe(false);
  });
});

describe('damaged files', () => {
  it('a conflict marker stops one bundle, names file and line, and is left alone', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE, 'source/two.md': 'Two.\n' });
    await project.translate();
    const broken = project.read(BUNDLE).replace('{\n', '{\n<<<<<<< HEAD\n');
    project.write(BUNDLE, broken);
    project.write('source/two.md', 'Two and three.\n');
    const { code, report, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toContain('locales/es/post.json:2: holds merge conflict markers.');
    expect(project.read(BUNDLE)).toBe(broken);
    expect(report.languages['es']).toMatchObject({ machine: 1 });
  });

  it('a truncated bundle is an error and never overwritten', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write(BUNDLE, project.read(BUNDLE).slice(0, 60));
    expect((await project.translate()).code).toBe(1);
    expect(project.read(BUNDLE)).toHaveLength(60);
  });

  it('a deleted bundle of machine text is made again', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    const before = project.read(BUNDLE);
    project.remove(BUNDLE);
    expect((await project.run('check')).code).toBe(1);
    const { code } = await project.translate();
    expect(code).toBe(0);
    expect(project.read(BUNDLE)).toBe(before);
  });

  it('a deleted source bundle is made again with the same keys', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write('source/post.md', ARTICLE.replace('## What is new', '## Renamed heading'));
    await project.translate();
    const before = project.snapshot('locales');
    project.remove('locales/en/post.json');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(new Map([...project.snapshot('locales')].map(([file, text]) => [file, text.replace(/^\S+ /, '')]))).toEqual(
      new Map([...before].map(([file, text]) => [file, text.replace(/^\S+ /, '')])),
    );
  });

  it('conflict markers in a record cost nothing', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    const good = project.read(RECORD);
    project.write(
      RECORD,
      good.replace('\n\n{"key":"title"', '\n<<<<<<< HEAD\n{"key":"title"').replace('{}]', '=======\n>>>>>>> b\n{}]'),
    );
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(project.read(RECORD)).toBe(good);
  });

  it('an empty source value is copied and counts as done', async () => {
    const project = temporaryProject({ 'source/ui.json': '{"a": "", "b": "Save"}' });
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['es']).toMatchObject({ units: 2, memory: 1, machine: 1 });
    expect(project.json('locales/es/ui.json')['a']).toBe('');
    expect((await project.translate()).report.requests).toBe(0);
  });
});

describe('renamed files', () => {
  it('take their translations and people’s words along, in all languages', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write(BUNDLE, project.read(BUNDLE).replace(/"heading": ".*"/, '"heading": "Novedades"'));
    await project.translate();
    project.remove('source/post.md');
    project.write('source/blog/news.md', ARTICLE.replace('apples', 'oranges'));
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.orphans).toEqual([]);
    expect(report.languages['es']).toMatchObject({ unchanged: 5, machine: 1, human: 1 });
    expect(valueAt(project.json('locales/es/blog/news.json'), 'body.what-is-new.heading')).toBe('Novedades');
    for (const file of [BUNDLE, RECORD, 'locales/es/post.md', 'locales/en/post.json'])
      expect(project.exists(file)).toBe(false);
    expect((await project.translate()).report.requests).toBe(0);
  });

  it('an orphan is listed by every run and removed only by --prune, people’s words kept', async () => {
    const project = temporaryProject({ 'source/post.md': ARTICLE });
    await project.translate();
    project.write(BUNDLE, project.read(BUNDLE).replace(/"heading": ".*"/, '"heading": "Novedades"'));
    await project.translate();
    project.remove('source/post.md');
    const { report } = await project.translate();
    expect(report.orphans).toEqual(['post']);
    expect(project.exists(BUNDLE)).toBe(true);
    expect((await project.translate('--prune')).code).toBe(0);
    expect(project.exists(BUNDLE)).toBe(false);
    expect(project.exists('locales/es/post.md')).toBe(false);
    expect(project.read('locales/.memory/es.jsonl')).toContain('Novedades');
  });
});
