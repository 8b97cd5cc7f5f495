/** A bot that never loses anybody's commit: the workflow's own steps after each of many happenings. */
import { expect, it } from 'vitest';
import { refuse } from '../engines/libretranslate-harness.ts';
import { startHttpStub } from '../engines/http-stub.ts';
import { BOT, filesIn, forgeInAFolder, type Desk, type ForgeInAFolder } from './sync-harness.ts';
import { valueAt } from './temporary-project.ts';

const CONFIGURATION = {
  sourceLanguage: 'en',
  targetLanguages: ['es', 'it'],
  engine: 'identity',
  severity: { 'same-as-source': 'off' },
};

const SITE = {
  'l10n.config.json': JSON.stringify(CONFIGURATION),
  'source/harbour.md':
    '# The harbour\n\nThe boats arrive at dawn.\n\nThe market opens at six.\n\n## The museum\n\nIt keeps models of ships.\n',
  'source/ui.json': '{\n  "buy": "Buy {{count}} tickets",\n  "leave": "Leave the harbour"\n}\n',
};

/** The keys of a bundle's texts, dotted. */
function textsOf(value: unknown, path: readonly string[] = []): [key: string, text: string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, [...path, name]));
}

/**
 * What is wrong on a branch, counted from its files alone: the engine copies, so that a text that nobody wrote must be its
 * source, whose blocks are what blank lines part.
 * @param people what people wrote, so that it may differ.
 */
function damage(desk: Desk, people: ReadonlySet<string>): string[] {
  const { targetLanguages, sourceLanguage } = JSON.parse(desk.read('l10n.config.json'));
  return filesIn(`${desk.folder}/source`).flatMap((file) => {
    const text = desk.read(`source/${file}`);
    const sources = file.endsWith('.json')
      ? textsOf(JSON.parse(text)).map(([, value]) => value)
      : text
          .trim()
          .split(/\n{2,}/)
          .map((block) => block.replace(/^#+ /, ''));
    const name = file.replace(/\.\w+$/, '');
    const bundle = (language: string): Map<string, string> => {
      const path = `locales/${language}/${name}.json`;
      return new Map(filesIn(desk.folder).includes(path) ? textsOf(JSON.parse(desk.read(path))) : []);
    };
    const keys = new Map([...bundle(sourceLanguage)].map(([key, value]) => [value, key]));
    return targetLanguages.flatMap((language: string) => {
      const target = bundle(language);
      return sources.flatMap((source) => {
        const value = target.get(keys.get(source) ?? '');
        if (value === undefined) return [`${language} ${name}: nothing for "${source}"`];
        const placeholders = (one: string): string => [...one.matchAll(/\{\{\w+\}\}/g)].toSorted().join();
        if (placeholders(value) !== placeholders(source)) return [`${language} ${name}: placeholders of "${source}"`];
        return value === source || people.has(value) ? [] : [`${language} ${name}: "${value}" for "${source}"`];
      });
    });
  });
}

interface Happening {
  readonly name: string;
  readonly happens: (forge: ForgeInAFolder) => void;
  /** What a person has written with it. */
  readonly words?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** More than what holds after each: the job's exit code where it is none of the gate's, what is to be seen. */
  readonly code?: number;
  readonly afterwards?: (forge: ForgeInAFolder, before: string | undefined) => void;
}

const edit =
  (branch: string, file: string, from: string | RegExp, to: string) =>
  (forge: ForgeInAFolder): void =>
    forge.commit(branch, (desk) => desk.edit(file, from, to));

const mergeRequest = (forge: ForgeInAFolder, ...how: string[]): void => {
  forge.commit('main', (desk) => desk.git('merge', '-q', ...how, `origin/${BOT}`));
  for (const pull of forge.pulls) pull.open = false;
};

const pushedNothing: Happening['afterwards'] = (forge, before) => expect(forge.tip(BOT)).toBe(before);

function expectText(forge: ForgeInAFolder, file: string, key: string, words: string): void {
  expect(valueAt(JSON.parse(forge.at(BOT, (desk) => desk.read(file))), key)).toBe(words);
}

const MARKET = 'body.the-harbour.p2';

/** @param address of an engine that refuses after its first answer. */
const happenings = (address: string): Happening[] => [
  { name: 'the first run', happens: () => undefined },
  { name: 'a re-run without change', happens: () => undefined, afterwards: pushedNothing },
  {
    name: 'a new article',
    happens: (forge) => forge.commit('main', (desk) => desk.write('source/tram.md', '# The tram\n\nIt stops here.\n')),
  },
  { name: 'a changed sentence', happens: edit('main', 'source/harbour.md', 'at dawn', 'at noon') },
  { name: 'a renamed heading', happens: edit('main', 'source/harbour.md', '## The museum', '## A small museum') },
  {
    name: 'a person’s edit on the bot’s branch, in the bundle',
    happens: edit(BOT, 'locales/es/harbour.json', /"It keeps.*"/, '"Guarda maquetas."'),
    words: ['Guarda maquetas.'],
  },
  {
    name: 'a person’s edit on the bot’s branch, in the article',
    happens: edit(BOT, 'locales/it/harbour.md', 'The market opens at six.', 'Il mercato apre alle sei.'),
    words: ['Il mercato apre alle sei.'],
    afterwards: (forge) => expectText(forge, 'locales/it/harbour.json', MARKET, 'Il mercato apre alle sei.'),
  },
  {
    name: 'the request is merged',
    happens: (forge) => mergeRequest(forge, '--no-ff', '-m', 'merged'),
    afterwards: pushedNothing,
  },
  {
    name: 'a person’s edit on main, in the bundle',
    happens: edit('main', 'locales/es/ui.json', 'Buy {{count}} tickets', 'Compra {{count}} billetes'),
    words: ['Compra {{count}} billetes'],
  },
  {
    name: 'a person’s edit on main, in the article, and a new paragraph',
    happens: (forge) => {
      forge.commit('main', (desk) => {
        desk.edit('locales/it/tram.md', 'It stops here.', 'Ferma qui.');
        desk.edit('source/tram.md', /$/, '\nIt runs at night.\n');
      });
    },
    words: ['Ferma qui.'],
  },
  {
    name: 'an edit on a branch of their own, merged into main',
    happens: (forge) => {
      edit('ana', 'locales/es/harbour.json', /"The harbour"/, '"El puerto"')(forge);
      forge.commit('main', (desk) => desk.git('merge', '-q', '--no-ff', '-m', 'merged', 'origin/ana'));
    },
    words: ['El puerto'],
  },
  {
    name: 'two branches at once',
    happens: (forge) => {
      edit('one', 'source/harbour.md', 'models of ships', 'models of boats')(forge);
      edit('two', 'source/ui.json', 'Leave the harbour', 'Leave the town')(forge);
      forge.commit('main', (desk) => desk.git('merge', '-q', '--no-ff', '-m', 'merged', 'origin/one', 'origin/two'));
    },
  },
  {
    name: 'a changed source of a person’s text',
    happens: edit('main', 'source/harbour.md', 'opens at six', 'opens at seven'),
    afterwards: (forge) => {
      expectText(forge, 'locales/it/harbour.json', MARKET, 'Il mercato apre alle sei.');
      const record = forge.at(BOT, (desk) => desk.read('locales/.review/it/harbour.json'));
      expect(record).toContain('"suggestion":"The market opens at seven."');
    },
  },
  {
    name: 'an engine that refuses half way',
    happens: (forge) =>
      forge.commit('main', (desk) => {
        desk.write('source/ferry.md', 'The ferry is late.\n');
        desk.edit('source/harbour.md', 'at noon', 'at night');
      }),
    variables: { ENGINE: 'libretranslate', LIBRETRANSLATE_URL: address },
    code: 3,
    afterwards: (forge) => expect(forge.pulls.at(-1)?.body).toContain('Not everything could be translated'),
  },
  {
    name: 'no key',
    happens: edit('main', 'source/ferry.md', 'late', 'early'),
    variables: { ENGINE: 'deepl' },
    code: 2,
  },
  { name: 'the engine is back', happens: () => undefined },
  {
    name: 'a broken placeholder from a person',
    happens: edit(BOT, 'locales/it/ui.json', 'Buy {{count}} tickets', 'Compra {{conto}} biglietti'),
    words: ['Compra {{conto}} biglietti'],
    code: 1,
  },
  {
    name: 'the placeholder is mended',
    happens: edit(BOT, 'locales/it/ui.json', '{{conto}}', '{{count}}'),
    words: ['Compra {{count}} biglietti'],
  },
  {
    name: 'a deleted bundle on main',
    happens: (forge) => {
      mergeRequest(forge, '--no-ff', '-m', 'merged');
      forge.commit('main', (desk) => desk.remove('locales/it/ferry.json'));
    },
  },
  {
    name: 'conflicting edits of one unit by two people',
    happens: (forge) => {
      edit('main', 'source/ferry.md', /$/, '\nIt is blue.\n')(forge);
      edit(BOT, 'locales/es/tram.json', '"The tram"', '"El tranvía"')(forge);
      edit('main', 'locales/es/tram.md', '# The tram', '# El tren ligero')(forge);
    },
    words: ['El tranvía', 'El tren ligero'],
    afterwards: (forge) => {
      const kept = forge.at(
        BOT,
        (desk) => desk.read('locales/es/tram.json') + desk.read('locales/.review/es/tram.json'),
      );
      expect(kept).toContain('El tren ligero');
      expect(forge.pulls.at(-1)?.body).toContain('Two people wrote these texts');
    },
  },
  {
    name: 'a person’s text on main where the bot translated a newer source',
    happens: (forge) => {
      edit('main', 'source/tram.md', 'runs at night', 'runs all night')(forge);
    },
  },
  {
    name: 'the request is squashed, and its branch stays',
    happens: (forge) => mergeRequest(forge, '--squash'),
  },
  {
    name: 'a renamed source file',
    happens: (forge) => forge.commit('main', (desk) => desk.git('mv', 'source/ferry.md', 'source/boat.md')),
  },
  {
    name: 'a new article, and main is rewritten without it',
    happens: (forge) => {
      forge.commit('main', (desk) => desk.write('source/draft.md', 'Not yet.\n'));
    },
  },
  {
    name: 'a force push of main',
    happens: (forge) => {
      forge.commit(
        'main',
        (desk) => {
          desk.git('reset', '-q', '--hard', 'HEAD~1');
          desk.edit('source/harbour.md', 'The boats', 'All boats');
        },
        ['--force'],
      );
    },
    afterwards: (forge) => forge.at(BOT, (desk) => expect(filesIn(`${desk.folder}/source`)).not.toContain('draft.md')),
  },
  {
    name: 'a new language',
    happens: edit('main', 'l10n.config.json', '"it"]', '"it","fr"]'),
  },
  {
    name: 'a change of something else on main',
    happens: (forge) => forge.commit('main', (desk) => desk.write('README.md', 'A site.\n')),
    afterwards: pushedNothing,
  },
];

it('tells the truth after each happening, and loses nothing', async () => {
  const forge = await forgeInAFolder(SITE);
  let answers = 0;
  const engine = await startHttpStub(({ path, body }) => {
    if (path === '/languages') return { status: 200, body: [{ code: 'en', name: 'English', targets: ['es', 'it'] }] };
    if ((answers += 1) > 1) return refuse(403, 'Invalid API key');
    const texts = typeof body === 'object' && body !== null && 'q' in body ? body.q : [];
    return { status: 200, body: { translatedText: texts } };
  });
  const people = new Set<string>();
  for (const { name, happens, words, variables, code, afterwards } of happenings(engine.url)) {
    const before = forge.tip(BOT);
    happens(forge);
    for (const text of words ?? []) people.add(text);
    const pushed = forge.tip(BOT);
    const result = await forge.workflow('sync', variables);
    const after = forge.tip(BOT);
    const told = `${name}: ${result.output}`;
    if (pushed !== undefined) expect(forge.isAncestor(pushed, after ?? ''), `${told}\nthe branch grows`).toBe(true);
    expect(forge.pulls.filter(({ open }) => open).length, `${told}\none request`).toBeLessThanOrEqual(1);
    expect(result.output + result.summary, told).not.toContain('secret-token');
    const branch = after === undefined ? 'main' : BOT;
    const [wrong, everything] = forge.at(branch, (desk) => [
      damage(desk, people),
      filesIn(`${desk.folder}/locales`)
        .map((file) => desk.read(`locales/${file}`))
        .join('\n'),
    ]);
    for (const text of people) {
      const isReplaced = text.includes('{{conto}}') && people.has(text.replace('{{conto}}', '{{count}}'));
      if (!isReplaced) expect(everything, `${told}\n${text} is kept`).toContain(JSON.stringify(text).slice(1, -1));
    }
    if (code === undefined) {
      expect(wrong, told).toEqual([]);
      expect(result.code, told).toBe(0);
    } else {
      expect(result.code, told).toBe(code);
      if (code !== 2) expect(wrong, told).not.toEqual([]);
    }
    afterwards?.(forge, name === 'the request is merged' ? pushed : before);
  }
  await engine.close();
}, 400_000);
