/** Plural forms through the commands, resolved by a real i18next. */
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt } from '../commands/temporary-project.ts';

const LANGUAGES = ['es', 'it', 'fr', 'pt-BR', 'de', 'pl', 'ru', 'ar', 'ja', 'cs', 'lt', 'cy'];
const COUNTS = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 14, 20, 21, 22, 25, 99, 100, 101, 103, 111, 1000, 1_000_000, 1.5,
];
const SOURCE = JSON.stringify({
  item_zero: 'No cups',
  item_one: '{{count}} cup of {{drink}}',
  item_other: '{{count}} cups of {{drink}}',
  place_ordinal_one: '{{count}}st place',
  place_ordinal_two: '{{count}}nd place',
  place_ordinal_few: '{{count}}rd place',
  place_ordinal_other: '{{count}}th place',
  friend_male_one: 'His {{count}} cup',
  friend_male_other: 'His {{count}} cups',
});

function plurals(languages: readonly string[], engine = 'pseudo') {
  const configuration = { sourceLanguage: 'en', targetLanguages: languages, engine };
  return temporaryProject({ 'l10n.config.json': JSON.stringify(configuration), 'source/ui.json': SOURCE });
}

describe('plural forms', () => {
  it('every key resolves with every count in twelve languages, never by the fallback', async () => {
    const project = plurals(LANGUAGES);
    const { code, report } = await project.translate();
    expect(report.failed).toEqual([]);
    expect(code).toBe(0);
    for (const language of LANGUAGES) {
      const bundle = project.json(`locales/${language}/ui.json`);
      const i18n = createInstance();
      await i18n.init({
        lng: language,
        fallbackLng: false,
        resources: { [language]: { ui: bundle } },
        defaultNS: 'ui',
        interpolation: { escapeValue: false },
      });
      for (const count of COUNTS) {
        const where = `${language} ${count}`;
        const item = i18n.t('item', { count, drink: 'TEA' });
        if (count === 0) expect(item, where).toBe('⟦Ñö çûþš·⟧');
        else expect(item, where).toMatch(new RegExp(`^⟦${String(count).replace('.', '\\.')} çûþš? öƒ TEA·*⟧$`));
        expect(i18n.t('place', { count, ordinal: true }), where).toContain(`⟦${count}`);
        expect(i18n.t('friend', { count, context: 'male' }), where).toContain(` ${count} çûþ`);
      }
      for (const type of ['cardinal', 'ordinal'] as const) {
        const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions();
        const stem = type === 'cardinal' ? 'friend_male_' : 'place_ordinal_';
        const made = Object.keys(bundle).filter((key) => key.startsWith(stem));
        expect(made.toSorted(), language).toEqual(pluralCategories.map((category) => stem + category).toSorted());
      }
    }
    expect((await project.translate()).report.requests).toBe(0);
    expect((await project.run('check')).stdout).toBe('');
  });

  it('a form that a person added is theirs while the base key exists', async () => {
    const project = plurals(['es']);
    await project.translate();
    const file = 'locales/es/ui.json';
    project.write(file, project.read(file).replace(/\n\}\n$/, ',\n  "item_two": "{{count}} tazas, un par"\n}\n'));
    for (let run = 0; run < 2; run++) {
      const { code, report } = await project.translate();
      expect(code).toBe(0);
      expect(report.requests).toBe(0);
      expect(project.json(file)['item_two']).toBe('{{count}} tazas, un par');
    }
    expect(recordLine(project, 'locales/.review/es/ui.json', 'item_two')).toMatchObject({ origin: 'person' });
    expect((await project.run('check')).code).toBe(0);
    await project.translate('--redo');
    expect(project.json(file)['item_two']).toBe('{{count}} tazas, un par');

    project.write(
      'source/ui.json',
      SOURCE.replace('"item_one"', '"thing_one"').replace('"item_other"', '"thing_other"'),
    );
    expect((await project.translate()).code).toBe(0);
    project.write('source/ui.json', '{"other": "Something else"}');
    expect((await project.translate()).code).toBe(0);
    expect(project.json(file)).not.toHaveProperty('item_two');
    expect(project.read('locales/.memory/es.jsonl')).toContain('un par');
  });

  it('a changed source form makes only the forms stale that were made from it', async () => {
    const project = plurals(['pl']);
    await project.translate();
    const before = project.json('locales/pl/ui.json');
    project.write('source/ui.json', SOURCE.replace('{{count}} cup of', '{{count}} mug of'));
    const { report, code } = await project.translate();
    expect(code).toBe(0);
    expect(report.languages['pl']).toMatchObject({ machine: 1 });
    const after = project.json('locales/pl/ui.json');
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(changed).toEqual(['item_one']);

    project.write(
      'source/ui.json',
      SOURCE.replace('{{count}} cups of', '{{count}} glasses of').replace('cup of', 'mug of'),
    );
    await project.translate('--max-characters', '0');
    const stale = Object.keys(after).filter(
      (key) => 'previous' in recordLine(project, 'locales/.review/pl/ui.json', key),
    );
    expect(stale).toEqual(['item_few', 'item_many', 'item_other']);
    expect(valueAt(project.json('locales/pl/ui.json'), 'item_few')).toBe(after['item_few']);
  });
});
