/** A life of an article and of a bundle: thirty edits, six languages, half of the units reviewed by people. */
import { describe, expect, it } from 'vitest';
import { temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

const LANGUAGES = ['es', 'it', 'fr', 'de', 'pt-BR', 'ca'];

const ARTICLE = `---
title: A day at the harbour
description: What the boats bring.
---

The first boats arrive at dawn. Nobody speaks before the coffee is ready.

## The morning market

Fish is sold in wooden boxes. The prices change every hour.

Most buyers come from **the old town**. They know every seller by name.

- Sardines are cheap
- Squid is for the weekend
- Crabs sell within minutes

## What the museum shows

The museum keeps models of lost ships. A guide explains them twice a day.

> The sea gives and the sea takes.

Children may touch the ropes and sails. Their parents may not.

## How to get there

Take the tram to its last stop. From there it is a short walk.
`;

const STRINGS = JSON.stringify(
  { buy: 'Buy a ticket', leave: { now: 'Leave the harbour', later: 'Stay a little longer' }, help: 'Ask for help' },
  null,
  2,
);

interface Edit {
  readonly name: string;
  readonly change: (project: Site) => void;
  /** Sentences that are new or changed: nothing else may be sent. */
  readonly touched?: readonly string[];
}

/** The project as its author sees it. */
class Site {
  article = 'source/harbour.md';
  readonly project: TemporaryProject;
  constructor(project: TemporaryProject) {
    this.project = project;
  }
  get text(): string {
    return this.project.read(this.article);
  }
  replace(from: string, to: string, file = this.article): void {
    const before = this.project.read(file);
    expect(before, `the history is wrong: ${from}`).toContain(from);
    this.project.write(file, before.replace(from, to));
  }
  rename(to: string): void {
    const { text } = this;
    this.project.remove(this.article);
    this.article = to;
    this.project.write(to, text);
  }
}

const UI = 'source/ui.json';
const MUSEUM = ARTICLE.slice(ARTICLE.indexOf('## What the museum'), ARTICLE.indexOf('## How to get'));

const HISTORY: readonly Edit[] = [
  {
    name: 'insert a paragraph at the top of a section',
    change: (site) => site.replace('Fish is sold', 'The bell rings at six.\n\nFish is sold'),
    touched: ['The bell rings at six.'],
  },
  {
    name: 'insert a paragraph at the end',
    change: (site) => site.project.write(site.article, `${site.text}\nDogs are welcome on the tram.\n`),
    touched: ['Dogs are welcome on the tram.'],
  },
  {
    name: 'move a paragraph within its section',
    change: (site) => {
      site.replace('The bell rings at six.\n\n', '');
      site.replace('\n\n- Sardines', '\n\nThe bell rings at six.\n\n- Sardines');
    },
  },
  {
    name: 'move a paragraph into another section',
    change: (site) => {
      site.replace('The bell rings at six.\n\n', '');
      site.replace('Take the tram', 'The bell rings at six.\n\nTake the tram');
    },
  },
  {
    name: 'rename a heading',
    change: (site) => site.replace('## The morning market', '## The market at sunrise'),
    touched: ['The market at sunrise'],
  },
  {
    name: 'edit the second sentence of a paragraph',
    change: (site) => site.replace('The prices change every hour.', 'The prices change every minute.'),
    touched: ['The prices change every minute.'],
  },
  {
    name: 'edit the first sentence of another',
    change: (site) => site.replace('The first boats arrive at dawn.', 'The first boats arrive before dawn.'),
    touched: ['The first boats arrive before dawn.'],
  },
  {
    name: 'edit it once more',
    change: (site) => site.replace('arrive before dawn.', 'arrive long before dawn.'),
    touched: ['The first boats arrive long before dawn.'],
  },
  {
    name: 'take that back',
    change: (site) => site.replace('arrive long before dawn.', 'arrive at dawn.'),
    touched: ['The first boats arrive at dawn.'],
  },
  {
    name: 'split a paragraph',
    change: (site) => site.replace('lost ships. A guide', 'lost ships.\n\nA guide'),
    touched: ['The museum keeps models of lost ships.', 'A guide explains them twice a day.'],
  },
  {
    name: 'merge it again',
    change: (site) => site.replace('lost ships.\n\nA guide', 'lost ships. A guide'),
    touched: ['The museum keeps models of lost ships.', 'A guide explains them twice a day.'],
  },
  { name: 'delete an item', change: (site) => site.replace('- Squid is for the weekend\n', '') },
  { name: 'bring it back', change: (site) => site.replace('- Crabs', '- Squid is for the weekend\n- Crabs') },
  {
    name: 'reorder the list',
    change: (site) => {
      site.replace('- Sardines are cheap\n', '');
      site.replace('- Crabs sell within minutes\n', '- Crabs sell within minutes\n- Sardines are cheap\n');
    },
  },
  {
    name: 'add an item in the middle',
    change: (site) => site.replace('- Crabs', '- Mussels need a licence\n- Crabs'),
    touched: ['Mussels need a licence'],
  },
  {
    name: 'nest an item',
    change: (site) => site.replace('- Mussels need', '  - Mussels need'),
  },
  { name: 'delete a paragraph', change: (site) => site.replace('Dogs are welcome on the tram.\n', '') },
  {
    name: 'bring it back',
    change: (site) => site.project.write(site.article, `${site.text}Dogs are welcome on the tram.\n`),
  },
  { name: 'delete a section', change: (site) => site.replace(MUSEUM, '') },
  { name: 'bring it back', change: (site) => site.replace('## How to get', `${MUSEUM}## How to get`) },
  {
    name: 'swap two sections',
    change: (site) => {
      site.replace(MUSEUM, '');
      site.replace('## The market at sunrise', `${MUSEUM}## The market at sunrise`);
    },
  },
  { name: 'lower a heading', change: (site) => site.replace('## The market', '### The market') },
  { name: 'wrap lines', change: (site) => site.replace('boxes. The prices', 'boxes.\nThe prices') },
  { name: 'write emphasis in another way', change: (site) => site.replace('**the old town**', '__the old town__') },
  { name: 'rename the file', change: (site) => site.rename('source/places/old-harbour.md') },
  {
    name: 'rename it again with an edit',
    change: (site) => {
      site.rename('source/harbour-guide.md');
      site.replace('a short walk.', 'a very short walk.');
    },
    touched: ['From there it is a very short walk.'],
  },
  {
    name: 'change a field of the front matter and add one that is not translated',
    change: (site) =>
      site.replace('description: What the boats bring.', 'description: What the boats take.\ntags: [sea, fish]'),
    touched: ['What the boats take.'],
  },
  {
    name: 'add code and a table',
    change: (site) =>
      site.replace(
        '## How to get',
        '```sh\nrun --fast\n```\n\n| Ship | Year |\n| --- | --- |\n| Aurora | 1904 |\n\n## How to get',
      ),
    touched: ['Ship', 'Year', 'Aurora'],
  },
  { name: 'rename an i18next key', change: (site) => site.replace('"buy"', '"purchase"', UI) },
  {
    name: 'add and reorder keys',
    change: (site) => {
      site.replace('  "help": "Ask for help"', '  "rest": "Have a rest"', UI);
      site.replace('{\n', '{\n  "help": "Ask for help",\n', UI);
    },
    touched: ['Have a rest'],
  },
  {
    name: 'change a heading and a sentence below it at once',
    change: (site) => {
      site.replace('## What the museum shows', '## What the museum hides');
      site.replace('Their parents may not.', 'Their parents may watch.');
    },
    touched: ['What the museum hides', 'Their parents may watch.'],
  },
];

describe('a history of edits', () => {
  it(`of ${HISTORY.length} steps costs the touched sentences, moves no key and loses no word of a person`, async () => {
    const project = temporaryProject({
      'l10n.config.json': JSON.stringify({ sourceLanguage: 'en', targetLanguages: LANGUAGES, engine: 'identity' }),
      'source/harbour.md': ARTICLE,
      [UI]: STRINGS,
    });
    expect((await project.translate()).code).toBe(0);
    const written = review(project);
    expect((await project.translate()).code).toBe(0);
    const site = new Site(project);
    for (const [step, { name, change, touched = [] }] of HISTORY.entries()) {
      const before = values(project);
      change(site);
      const { code, report, stderr } = await project.translate();
      expect(code, `${name}: ${stderr}`).toBe(0);
      const most = touched.join('').length * LANGUAGES.length;
      expect(report.characters, `${name}: characters`).toBeLessThanOrEqual(most);
      const after = values(project);
      expect(moved(before.get('en'), after.get('en')), `${name}: keys`).toEqual([]);
      for (const language of LANGUAGES) {
        expect(changed(before, after, language), `${name}: targets in ${language}`).toEqual([]);
        const kept = `${JSON.stringify([...(after.get(language)?.values() ?? [])])} ${memory(project, language)}`;
        const lost = (written.get(language) ?? []).filter((text) => !kept.includes(JSON.stringify(text)));
        expect(lost, `${name}: people’s words in ${language}`).toEqual([]);
      }
      if (step % 6 === 5) expect((await project.translate()).report.requests, `${name}: again`).toBe(0);
    }
    // A command a step.
  }, 400_000);
});

/** Every second unit of each bundle gets a person's words. */
function review(project: TemporaryProject): Map<string, string[]> {
  const written = new Map<string, string[]>();
  for (const language of LANGUAGES) {
    const texts: string[] = [];
    for (const namespace of ['harbour', 'ui']) {
      const file = `locales/${language}/${namespace}.json`;
      let index = 0;
      const mark = (value: unknown): unknown => {
        if (typeof value === 'string') {
          if (index++ % 2 === 1) return value;
          texts.push(`${language} ${value}`);
          return texts.at(-1);
        }
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner)]));
      };
      project.write(file, `${JSON.stringify(mark(project.json(file)), null, 2)}\n`);
    }
    written.set(language, texts);
  }
  return written;
}

/** Language -> key -> value, over all bundles. Renamed files have other namespaces, so keys stand without them. */
function values(project: TemporaryProject): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  for (const language of ['en', ...LANGUAGES]) {
    const found = new Map<string, string>();
    const collect = (value: unknown, key: string): void => {
      if (typeof value === 'string') found.set(key, value);
      else if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) collect(inner, key === '' ? name : `${key}.${name}`);
    };
    for (const file of project.snapshot(`locales/${language}`).keys())
      if (file.endsWith('.json')) collect(project.json(`locales/${language}/${file}`), '');
    all.set(language, found);
  }
  return all;
}

/** Texts that stand under another key than before. i18next keys are the author's own to rename. */
function moved(
  before: ReadonlyMap<string, string> = new Map(),
  after: ReadonlyMap<string, string> = new Map(),
): string[] {
  const keys = new Map([...after].map(([key, value]) => [value, key]));
  return [...before].flatMap(([key, value]) => {
    const now = keys.get(value);
    return now === undefined || now === key || key === 'buy' ? [] : [`${key} -> ${now}`];
  });
}

/** Targets that changed although their source did not. */
function changed(
  before: ReadonlyMap<string, ReadonlyMap<string, string>>,
  after: ReadonlyMap<string, ReadonlyMap<string, string>>,
  language: string,
): string[] {
  return [...(before.get('en') ?? [])].flatMap(([key, source]) => {
    const isSame = after.get('en')?.get(key) === source;
    const now = after.get(language)?.get(key);
    return isSame && now !== before.get(language)?.get(key) ? [`${key}: ${now}`] : [];
  });
}

function memory(project: TemporaryProject, language: string): string {
  const file = `locales/.memory/${language}.jsonl`;
  return project.exists(file) ? project.read(file) : '';
}
