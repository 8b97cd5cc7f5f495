/** Translation memory over the project's own texts: what has been translated before, and how well it fits. */
import type { InlineSyntax } from '../formats/format.ts';
import type { Inline, State, SyntaxName } from '../units/unit.ts';
import { byWorth, isUnconfirmed, ranked, type Surroundings } from './ladder.ts';
import { adoptCodes, bySignature, codesInOrder } from './adopt-codes.ts';
import { buildFuzzyIndex, type FuzzyIndex } from './fuzzy-index.ts';
import { repair } from './repair.ts';
import { DIFFERENT_CODES, SEVERAL_TARGETS, UNREVIEWED } from './score.ts';
import { CODE, eachToken } from './tokens.ts';

/** A text of the project and its place. */
export interface MemoryPlace {
  readonly namespace: string;
  readonly key: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** The source in canonical form (units/canonical.ts). */
  readonly source: string;
  /** The sources, in canonical form, of the units before and after it; absent at the ends of its file. */
  readonly previousSource?: string;
  readonly nextSource?: string;
  readonly syntax: SyntaxName;
}

/** A translated text. */
export interface MemoryEntry extends MemoryPlace {
  /** The target value, in the inline syntax. */
  readonly target: string;
  readonly state: State;
  /** Engine name, `memory`, `person` or `source`. */
  readonly origin: string;
}

/** A text to be translated. */
export interface MemoryQuery extends MemoryPlace {
  readonly content: readonly Inline[];
}

/**
 * `context`: the same source in the same place, 102: same namespace and key, and same neighbours; 101: one of the two.
 * `exact`: the same source, 100. `repaired`: only numbers, codes, white space or the mark at the end differ, and the
 * target was made to fit, 99. `fuzzy`: alike, at most 98; the target is the remembered one as it is.
 */
export interface Match {
  readonly class: 'context' | 'exact' | 'repaired' | 'fuzzy';
  readonly score: number;
  readonly entry: MemoryEntry;
  /** In the query's inline syntax; for a fuzzy match the remembered value in the entry's. */
  readonly target: string;
}

export interface MemoryOptions {
  readonly syntax: (name: SyntaxName) => InlineSyntax;
  /** The least score of a fuzzy match, 1 to 98. */
  readonly minimum: number;
}

export interface TranslationMemory {
  /**
   * The best match. Where several are as good, text that a person wrote or reviewed comes before unreviewed machine
   * text, then the namespace and key that sort first: the order of the entries does not matter.
   */
  lookup(query: MemoryQuery): Match | undefined;
}

/** The entries of one language pair, by source; of each source the best first. */
type BySource = ReadonlyMap<string, readonly MemoryEntry[]>;

/** Nothing is built before the first lookup; what it needs is built once for each language. */
export function translationMemory(entries: readonly MemoryEntry[], options: MemoryOptions): TranslationMemory {
  const pairs = new Map<string, BySource>();
  const indexes = new Map<string, { readonly texts: readonly string[]; readonly index: FuzzyIndex }>();

  function pairOf({ sourceLanguage, targetLanguage }: MemoryPlace): BySource {
    const name = `${sourceLanguage} ${targetLanguage}`;
    const known = pairs.get(name);
    if (known !== undefined) return known;
    const made = new Map<string, MemoryEntry[]>();
    for (const entry of entries) {
      if (entry.sourceLanguage !== sourceLanguage || entry.targetLanguage !== targetLanguage) continue;
      const same = made.get(entry.source);
      if (same === undefined) made.set(entry.source, [entry]);
      else same.push(entry);
    }
    for (const same of made.values()) same.sort(byWorth);
    pairs.set(name, made);
    return made;
  }

  /** One index for all targets of a source language: their sources are mostly the same. */
  function indexOf(language: string) {
    const known = indexes.get(language);
    if (known !== undefined) return known;
    const sources = entries.filter((entry) => entry.sourceLanguage === language).map((entry) => entry.source);
    const texts = [...new Set(sources)];
    const made = { texts, index: buildFuzzyIndex(texts) };
    indexes.set(language, made);
    return made;
  }

  function exact(query: MemoryQuery, pair: BySource): Match | undefined {
    const place = surroundings(query);
    for (const { text: entry, score } of ranked(pair.get(query.source) ?? [], place, surroundings)) {
      const target = inSyntaxOf(query, entry);
      if (target !== undefined) return { class: score > 100 ? 'context' : 'exact', score, entry, target };
    }
    return undefined;
  }

  /** The value itself where the syntax is the same, else its content written anew with the query's codes. */
  function inSyntaxOf(query: MemoryQuery, entry: MemoryEntry): string | undefined {
    if (entry.syntax === query.syntax) return entry.target;
    const codes = bySignature(codesInOrder(query.content));
    const content = adoptCodes(options.syntax(entry.syntax).parse(entry.target), codes);
    return content && options.syntax(query.syntax).print(content);
  }

  function repaired(query: MemoryQuery, pair: BySource): Match | undefined {
    const { texts, index } = indexOf(query.sourceLanguage);
    const candidates = index.sameWords(query.source).flatMap((text) => pair.get(texts[text] ?? '') ?? []);
    for (const entry of candidates.sort(byWorth)) {
      const target = options.syntax(entry.syntax).parse(entry.target);
      const content = repair({ source: entry.source, target, targetLanguage: entry.targetLanguage }, query);
      if (content === undefined) continue;
      return { class: 'repaired', score: 99, entry, target: options.syntax(query.syntax).print(content) };
    }
    return undefined;
  }

  function fuzzy(query: MemoryQuery, pair: BySource): Match | undefined {
    const { texts, index } = indexOf(query.sourceLanguage);
    const codes = codeTokens(query.source);
    const best = index.best(query.source, options.minimum, (text) => {
      const source = texts[text] ?? '';
      const same = pair.get(source);
      const first = same?.[0];
      if (same === undefined || first === undefined) return Infinity;
      const several = same.some((entry) => entry.target !== first.target);
      return (
        (codeTokens(source) === codes ? 0 : DIFFERENT_CODES) +
        (several ? SEVERAL_TARGETS : 0) +
        (isUnconfirmed(first) ? UNREVIEWED : 0)
      );
    });
    const candidates = best?.texts.flatMap((text) => pair.get(texts[text] ?? '')?.[0] ?? []) ?? [];
    const entry = candidates.sort(byWorth)[0];
    if (best === undefined || entry === undefined) return undefined;
    return { class: 'fuzzy', score: Math.min(best.score, 98), entry, target: entry.target };
  }

  return {
    lookup(query) {
      const pair = pairOf(query);
      return exact(query, pair) ?? repaired(query, pair) ?? fuzzy(query, pair);
    },
  };
}

function surroundings({ namespace, key, previousSource, nextSource }: MemoryPlace): Surroundings {
  return { namespace, key, before: previousSource, after: nextSource };
}

/** The codes of a canonical text whatever their order, as one string. */
function codeTokens(canonical: string): string {
  const codes: string[] = [];
  eachToken(canonical, (kind, start, end) => kind === CODE && codes.push(canonical.slice(start, end)));
  return codes.sort().join('');
}
