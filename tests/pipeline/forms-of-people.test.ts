/** Plural and context forms that people wrote go along with their key: renamed, gone and back, pruned and back. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, type TemporaryProject } from '../commands/temporary-project.ts';

const SOURCE = JSON.stringify({
  item_one: '{{count}} item',
  item_other: '{{count}} items',
  friend: 'A friend',
  last: 'The last one',
});

const THEIRS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: { item_few: '{{count}} предмета', item_many: '{{count}} предметов', friend_female: 'Подруга' },
  ar: { item_two: 'عنصران {{count}}', item_zero: 'لا عناصر {{count}}' },
  es: { item_many: '{{count}} de cosas', item_two: '{{count}} cosas, un par', friend_female: 'Una amiga' },
};

const LANGUAGES = Object.keys(THEIRS);

/** A translated project in which people wrote forms that the source does not have. */
async function written(files: Readonly<Record<string, string>> = {}): Promise<TemporaryProject> {
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: LANGUAGES, engine: 'pseudo' }),
    'source/ui.json': SOURCE,
    ...files,
  });
  expect((await project.translate()).code).toBe(0);
  for (const language of LANGUAGES) {
    const file = `locales/${language}/ui.json`;
    project.write(file, JSON.stringify({ ...project.json(file), ...THEIRS[language] }));
  }
  expect((await project.translate()).report.requests).toBe(0);
  return project;
}

function expectTheirs(project: TemporaryProject, rename: (key: string) => string): void {
  for (const language of LANGUAGES) {
    const bundle = project.json(`locales/${language}/ui.json`);
    for (const [key, text] of Object.entries(THEIRS[language] ?? {})) {
      expect(bundle[rename(key)], `${language} ${key}`).toBe(text);
      const line = recordLine(project, `locales/.review/${language}/ui.json`, rename(key));
      expect(line, `${language} ${key}`).toMatchObject({ state: 'translated', origin: 'person' });
    }
  }
}

describe('forms that people wrote', () => {
  it('go along with renamed keys, and nothing is asked for again', async () => {
    const project = await written();
    const before = LANGUAGES.map((language) => Object.values(project.json(`locales/${language}/ui.json`)).toSorted());
    project.write('source/ui.json', SOURCE.replaceAll('"item_', '"thing_').replace('"friend"', '"buddy"'));
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    for (const language of LANGUAGES) {
      expect(report.languages[language]).toMatchObject({ machine: 0, memory: 0 });
      expect(project.json(`locales/${language}/ui.json`)).not.toHaveProperty('item_other');
      expect(project.exists(`locales/.memory/${language}.jsonl`)).toBe(false);
    }
    const after = LANGUAGES.map((language) => Object.values(project.json(`locales/${language}/ui.json`)).toSorted());
    expect(after).toEqual(before);
    expectTheirs(project, (key) => key.replace('item_', 'thing_').replace('friend', 'buddy'));
    expect((await project.translate()).report.requests).toBe(0);
    expect((await project.run('check')).code).toBe(0);
  });

  it('go into another object with their key', async () => {
    const project = await written();
    const { item_one, item_other, ...rest } = JSON.parse(SOURCE);
    project.write('source/ui.json', JSON.stringify({ ...rest, cart: { item_one, item_other } }));
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(project.json('locales/es/ui.json')['cart']).toMatchObject({
      item_many: THEIRS['es']?.['item_many'],
      item_two: THEIRS['es']?.['item_two'],
    });
  });

  it('go along where several keys are renamed at once', async () => {
    const two = { a_one: '{{count}} apple', a_other: '{{count}} apples', b_one: '{{count}} pear', b_other: 'Pears' };
    const project = temporaryProject({
      'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['ru'], engine: 'pseudo' }),
      'source/ui.json': JSON.stringify(two),
    });
    await project.translate();
    const file = 'locales/ru/ui.json';
    project.write(file, JSON.stringify({ ...project.json(file), a_few: '{{count}} яблока' }));
    await project.translate();
    const { a_one, a_other, b_one, b_other } = two;
    project.write('source/ui.json', JSON.stringify({ c_one: a_one, c_other: a_other, d_one: b_one, d_other: b_other }));
    const { report } = await project.translate();
    expect(report.requests).toBe(0);
    expect(project.json(file)).toMatchObject({ c_few: '{{count}} яблока' });
  });

  it('are kept with their source when their key is deleted, and return with it', async () => {
    const project = await written();
    project.write('source/ui.json', '{"last": "The last one"}');
    expect((await project.translate()).code).toBe(0);
    for (const language of LANGUAGES) {
      expect(Object.keys(project.json(`locales/${language}/ui.json`))).toEqual(['last']);
      expect(project.read(`locales/.memory/${language}.jsonl`)).not.toContain('"source":""');
    }
    project.write('source/ui.json', SOURCE);
    expect((await project.translate()).code).toBe(0);
    expectTheirs(project, (key) => key);
    for (const language of LANGUAGES) expect(project.exists(`locales/.memory/${language}.jsonl`)).toBe(false);
    expect((await project.run('check')).code).toBe(0);
  });

  it('return after their file was pruned', async () => {
    const project = await written({ 'source/other.json': '{"x": "Stay"}' });
    project.remove('source/ui.json');
    expect((await project.translate('--prune')).code).toBe(0);
    expect(project.exists('locales/ru/ui.json')).toBe(false);
    project.write('source/ui.json', SOURCE);
    expect((await project.translate()).code).toBe(0);
    expectTheirs(project, (key) => key);
  });

  it('stay in the memory while their key has another text', async () => {
    const project = await written();
    project.write('source/ui.json', '{"last": "The last one"}');
    await project.translate();
    project.write('source/ui.json', SOURCE.replace('A friend', 'A mate').replace('{{count}} items', '{{count}} units'));
    expect((await project.translate()).code).toBe(0);
    expect(project.json('locales/es/ui.json')).not.toHaveProperty('friend_female');
    const kept = project.read('locales/.memory/es.jsonl');
    for (const text of Object.values(THEIRS['es'] ?? {})) expect(kept).toContain(text);
  });

  it('are marked in a bundle that cannot be read while their key leaves', async () => {
    const project = await written();
    const whole = project.read('locales/ru/ui.json');
    project.write('locales/ru/ui.json', `<<<<<<< ours\n${whole}`);
    project.write('source/ui.json', '{"last": "The last one"}');
    expect((await project.translate()).code).toBe(1);
    project.write('locales/ru/ui.json', whole);
    expect((await project.translate()).code).toBe(0);
    project.write('source/ui.json', SOURCE);
    await project.translate();
    expect(project.json('locales/ru/ui.json')).toMatchObject(THEIRS['ru'] ?? {});
  });

  it('are not taken for the translation of another text', async () => {
    const project = await written();
    project.write('source/labels.json', '{"label": "{{count}} items", "heading": "A friend"}');
    await project.translate();
    project.write('source/ui.json', '{"last": "The last one"}');
    project.write('source/more.json', '{"label": "{{count}} items", "heading": "A friend"}');
    await project.translate();
    for (const language of LANGUAGES) {
      for (const namespace of ['labels', 'more']) {
        for (const text of Object.values(project.json(`locales/${language}/${namespace}.json`)))
          expect(text, `${language} ${namespace}`).toMatch(/^⟦/);
      }
    }
  });
});
