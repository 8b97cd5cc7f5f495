/** Finds the termbase's terms in content. */
import { FormIndex, type FormMatch } from '../project/text/form-index.ts';
import { runningText } from '../project/text/running-text.ts';
import type { Inline } from '../units/unit.ts';
import { countsAsForeign } from './foreign.ts';
import { readsAs } from './languages.ts';
import { protectedRanges } from './protected-ranges.ts';
import type { AmbiguousForm, Concept, Term, Termbase, TermHit, TermStatus } from './term.ts';

export interface FoundTerms {
  /** In the order of the running text, then of the texts inside markup. */
  readonly hits: readonly TermHit[];
  readonly ambiguous: readonly AmbiguousForm[];
}

interface Entry {
  readonly concept: Concept;
  readonly term: Term;
  readonly plural: boolean;
  /** True where the term is of the source language. */
  readonly own: boolean;
}

const indexes = new WeakMap<Termbase, Map<string, FormIndex<Entry>>>();

const RANK: Readonly<Record<TermStatus, number>> = {
  preferred: 0,
  'do-not-translate': 0,
  admitted: 1,
  deprecated: 2,
};

/**
 * Finds terms in the words a reader sees: text, also inside pairs (link text, bold), and texts inside markup (alt text);
 * never in code, URLs, addresses or placeholders. The longest form wins. At one place a form of the source language
 * beats all others; forms of other languages count under the guard of `foreign.ts`, so that "Esosomi" in an English
 * title is found. A form that several concepts claim is reported and not used. A term may run across the edge of a pair
 * (`stem **cell**`): it is found and must be in the target, though it cannot be marked.
 * @param sourceLanguage of the content; the index for a termbase and language is built once.
 */
export function findTerms(content: readonly Inline[], termbase: Termbase, sourceLanguage: string): FoundTerms {
  const hits: TermHit[] = [];
  const ambiguous: AmbiguousForm[] = [];
  if (termbase.concepts.length === 0) return { hits, ambiguous };
  const index = indexFor(termbase, sourceLanguage);
  const search = (text: string, place: TermHit['place'], number: number): void => {
    const matches = index.find(text, choose);
    if (matches.length === 0) return;
    const isProtected = protectedRanges(text);
    for (const match of matches) {
      const { start, end } = match;
      if (isProtected(start, end)) continue;
      const surface = text.slice(start, end);
      const entries = match.values.length === 1 ? match.values : bestEntries(match.values);
      const [entry] = entries;
      if (entry === undefined) continue;
      const concepts = entries.length === 1 ? [] : [...new Set(entries.map(({ concept }) => concept.id))];
      if (concepts.length > 1) ambiguous.push({ surface, concepts });
      // Spelled out: a spread is slow, and a text may have as many terms as words.
      else {
        const { concept, term, plural } = entry;
        hits.push({ concept, term, plural, surface, place, index: number, start, end });
      }
    }
  };
  const running = runningText(content);
  search(running.text, 'text', 0);
  running.markup.forEach((text, number) => search(text, 'markup', number));
  return { hits, ambiguous };
}

function choose(found: readonly FormMatch<Entry>[]): FormMatch<Entry> | undefined {
  return found.find((match) => match.values.some((entry) => entry.own)) ?? found[0];
}

/** The source language's entries where there are any, the best status first, singular before plural. */
function bestEntries(values: readonly Entry[]): Entry[] {
  const own = values.filter((entry) => entry.own);
  const entries = own.length > 0 ? own : [...values];
  return entries.toSorted((a, b) => RANK[a.term.status] - RANK[b.term.status] || Number(a.plural) - Number(b.plural));
}

function indexFor(termbase: Termbase, sourceLanguage: string): FormIndex<Entry> {
  let byLanguage = indexes.get(termbase);
  if (byLanguage === undefined) {
    byLanguage = new Map();
    indexes.set(termbase, byLanguage);
  }
  let index = byLanguage.get(sourceLanguage);
  if (index === undefined) {
    index = buildIndex(termbase, sourceLanguage);
    byLanguage.set(sourceLanguage, index);
  }
  return index;
}

function buildIndex(termbase: Termbase, sourceLanguage: string): FormIndex<Entry> {
  const index = new FormIndex<Entry>();
  for (const concept of termbase.concepts) {
    for (const term of concept.terms) {
      const own = readsAs(term.language, sourceLanguage);
      const add = (form: string, plural: boolean): void => {
        if (own || countsAsForeign(form, sourceLanguage)) {
          index.add(form, term.caseSensitive, { concept, term, plural, own });
        }
      };
      add(term.term, term.plural === term.term);
      if (term.plural !== undefined && term.plural !== term.term) add(term.plural, true);
    }
  }
  return index;
}
