import { readFileSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import Backend from 'i18next-fs-backend';
import { describe, expect, it } from 'vitest';
import { REPOSITORY, temporaryProject } from '../commands/temporary-project.ts';

interface Leaf {
  readonly key: string;
  readonly value: string;
}

function leaves(node: unknown, path: readonly string[] = []): Leaf[] {
  if (typeof node === 'string') return [{ key: path.join('.'), value: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => leaves(child, [...path, name]));
}

/** A real i18next with a file backend over a `locales/` folder. */
async function load(root: string, languages: readonly string[], namespaces: readonly string[]) {
  const instance = i18next.createInstance();
  await instance.use(Backend).init({
    fallbackLng: { 'pt-BR': ['pt', 'en'], default: ['en'] },
    preload: [...languages, 'pt'],
    ns: [...namespaces],
    interpolation: { escapeValue: false },
    backend: { loadPath: join(root, 'locales/{{lng}}/{{ns}}.json') },
  });
  return instance;
}

function namespacesOf(root: string, language: string): string[] {
  return readdirSync(join(root, 'locales', language), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

describe('the committed bundles', () => {
  const languages = ['en', 'es', 'it', 'fr', 'pt-BR', 'ca', 'gl'];

  it.each(languages)('every key of %s resolves in a real i18next', async (language) => {
    const namespaces = namespacesOf(REPOSITORY, language);
    const instance = await load(REPOSITORY, languages, namespaces);
    expect(namespaces).toContain('esosomi');
    for (const namespace of namespaces) {
      const bundle: unknown = JSON.parse(readFileSync(join(REPOSITORY, 'locales', language, `${namespace}.json`), 'utf8'));
      const found = leaves(bundle);
      expect(found.length).toBeGreaterThan(0);
      for (const { key, value } of found) {
        expect(instance.t(key, { lng: language, ns: namespace, skipInterpolation: true })).toBe(value);
      }
    }
  });

  it('have every key of the source, in every language', () => {
    const keys = (language: string) =>
      leaves(JSON.parse(readFileSync(join(REPOSITORY, 'locales', language, 'esosomi.json'), 'utf8'))).map(({ key }) => key);
    for (const language of languages) expect(keys(language)).toEqual(keys('en'));
  });
});

describe('fallback', () => {
  it('a unit without a translation falls back along pt-BR, pt, en', async () => {
    const project = temporaryProject({
      'l10n.config.json': '{"sourceLanguage": "en", "targetLanguages": ["pt-BR"], "engine": "pseudo"}',
      'source/ui.json': '{"save": "Save", "open": "Open", "close": "Close"}',
    });
    await project.translate();
    const bundle = project.json('locales/pt-BR/ui.json');
    project.write('locales/pt-BR/ui.json', JSON.stringify({ save: bundle['save'] }));
    project.write('locales/pt/ui.json', '{"open": "Abrir"}');
    const instance = await load(project.root, ['en', 'pt-BR'], ['ui']);
    const t = (key: string) => instance.t(key, { lng: 'pt-BR', ns: 'ui' });
    expect([t('save'), t('open'), t('close')]).toEqual([bundle['save'], 'Abrir', 'Close']);
  });

  it('plural forms resolve for every count in languages with other categories', async () => {
    const languages = ['ru', 'ar', 'ja', 'fr', 'pl'];
    const project = temporaryProject({
      'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: languages, engine: 'identity' }),
      'source/ui.json': '{"file_one": "{{count}} file", "file_other": "{{count}} files"}',
    });
    await project.translate();
    const instance = await load(project.root, ['en', ...languages], ['ui']);
    for (const language of languages) {
      const bundle = project.json(`locales/${language}/ui.json`);
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      expect(Object.keys(bundle).toSorted()).toEqual(categories.map((category) => `file_${category}`).toSorted());
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000, 1.5]) {
        const category = new Intl.PluralRules(language).select(count);
        expect(instance.t('file', { lng: language, ns: 'ui', count })).toBe(
          String(bundle[`file_${category}`]).replace('{{count}}', String(count)),
        );
      }
    }
  });
});
