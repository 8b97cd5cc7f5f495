/** What a job asks, as text in the database, and back: what others wrote there is read as data. */
import { z } from 'zod/mini';
import type { EngineUnit, GlossaryEntries, LanguagePair } from '../../engines/engine.ts';
import { exactHash } from '../../project/hash.ts';
import type { CodeKind, Inline } from '../../units/unit.ts';

/** A text that is wished for. */
export interface Wish {
  /** `answerKey` of the request. */
  readonly key: string;
  readonly unit: EngineUnit;
  /** What a service bills for it. */
  readonly characters: number;
  /** Nobody had asked for it when it was looked for a moment ago: it need not be looked for again. */
  readonly isNew?: boolean;
}

/** A language's words by their small letters. */
export type Words = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What an engine is opened with; the same for many jobs. */
export interface Setup {
  readonly engine: string;
  /** The engine's own object of the configuration. */
  readonly options: unknown;
  /** For engines with glossaries of their own; else empty. */
  readonly glossaries: readonly GlossaryEntries[];
  /** The project's own words by language, for engines that ask for them; else empty. */
  readonly words: Words;
  /** The name of the project's folder where there are glossaries, which are named after it; else empty. */
  readonly project: string;
}

/** Each kind by itself, so that none is forgotten. */
const KINDS = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'delete',
  link: 'link',
  image: 'image',
  code: 'code',
  math: 'math',
  break: 'break',
  html: 'html',
  jsx: 'jsx',
  expression: 'expression',
  placeholder: 'placeholder',
  nesting: 'nesting',
  shortcode: 'shortcode',
  directive: 'directive',
  footnote: 'footnote',
  url: 'url',
  other: 'other',
  term: 'term',
} as const satisfies { readonly [Kind in CodeKind]: Kind };

const markup = z.array(
  z.union([
    z.string(),
    z.object({
      text: z.string(),
      role: z.enum(['alt', 'title', 'attribute', 'parameter', 'message', 'plural-message']),
    }),
  ]),
);
const kind = z.enum(KINDS);
const inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('text'), text: z.string() }),
    z.object({ type: z.literal('code'), id: z.number(), kind, markup, signature: z.string() }),
    z.object({
      type: z.literal('pair'),
      id: z.number(),
      kind,
      open: markup,
      close: markup,
      signature: z.string(),
      children: z.array(inline),
    }),
  ]),
);

const wish = z.object({
  key: z.string(),
  characters: z.number(),
  unit: z.object({
    article: z.string(),
    segments: z.array(z.array(inline)),
    context: z.optional(z.string()),
    terms: z.optional(z.array(z.tuple([z.string(), z.string()]))),
    around: z.optional(z.object({ place: z.number(), before: z.string(), after: z.string() })),
    former: z.optional(z.object({ source: z.string(), target: z.string() })),
  }),
});

const entries = z.array(
  z.object({ source: z.string(), target: z.string(), entries: z.array(z.tuple([z.string(), z.string()])) }),
);

const lists = z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.string()]))]));

export function wishesText(wishes: readonly Wish[]): string {
  const texts = wishes.map(
    ({ key, characters, unit }) => `{"key":${JSON.stringify(key)},"characters":${characters},"unit":${unitText(unit)}}`,
  );
  return `[${texts.join()}]`;
}

const unitTexts = new WeakMap<EngineUnit, string>();

/** Made once for all languages that share the unit. */
function unitText(unit: EngineUnit): string {
  const text =
    unitTexts.get(unit) ?? JSON.stringify(unit.terms === undefined ? unit : { ...unit, terms: [...unit.terms] });
  unitTexts.set(unit, text);
  return text;
}

/** @throws zod's error for text that no program of this version wrote. */
export function readWishes(text: string): Wish[] {
  return z
    .array(wish)
    .parse(JSON.parse(text))
    .map(({ key, characters, unit: { terms, context, around, former, ...unit } }) => ({
      key,
      characters,
      unit: {
        ...unit,
        ...(context === undefined ? {} : { context }),
        ...(terms === undefined ? {} : { terms: new Map(terms) }),
        ...(around === undefined ? {} : { around }),
        ...(former === undefined ? {} : { former }),
      },
    }));
}

export function glossariesText(glossaries: readonly GlossaryEntries[]): string {
  return JSON.stringify(glossaries.map((one) => ({ ...one, entries: [...one.entries] })));
}

export function readGlossaries(text: string): GlossaryEntries[] {
  return entries.parse(JSON.parse(text)).map((one) => ({ ...one, entries: new Map(one.entries) }));
}

export function wordsText(words: Words): string {
  return JSON.stringify([...words].map(([language, list]) => [language, [...list]]));
}

export function readWords(text: string): Words {
  return new Map(lists.parse(JSON.parse(text)).map(([language, list]) => [language, new Map(list)]));
}

const setupIds = new WeakMap<Setup, string>();

/** Names a setup: equal ones of different projects have one name. */
export function setupId(setup: Setup): string {
  const known = setupIds.get(setup);
  if (known !== undefined) return known;
  const { engine, options, glossaries, words, project } = setup;
  const id = exactHash(
    JSON.stringify([engine, options ?? null, glossariesText(glossaries), wordsText(words), project]),
  );
  setupIds.set(setup, id);
  return id;
}

/** For workers that cannot serve it: `apertium en>es`. */
export function routeName(engine: string, { source, target }: LanguagePair): string {
  return `${engine} ${source}>${target}`;
}
