/** Prepares content for an engine, so that its terms come out right, and restores them in the answer. */
import type { TermMethod } from '../engines/engine.ts';
import { runningText } from '../project/text/running-text.ts';
import { foldCase, tokenize } from '../project/text/words.ts';
import type { Inline, PairedCode, StandingCode } from '../units/unit.ts';
import { joinTexts } from './join-texts.ts';
import { proxiesFor, type Proxy } from './proxies.ts';
import { openPossessives } from './rewrite.ts';
import { requiredForm, targetForms } from './target-forms.ts';
import type { Term, TermHit } from './term.ts';
import type { UnitTerms } from './unit-terms.ts';
import { widenPairs } from './widen.ts';

/** How a marked term was written in the source; decides about its capitals in the target. */
export type SourceCase = 'lower' | 'first' | 'capital' | 'caps';

export interface Mark {
  readonly id: number;
  readonly term: Term;
  readonly plural: boolean;
  readonly written: SourceCase;
  /** Absent for a token. */
  readonly proxy?: Proxy;
}

export interface Marked {
  /** What the engine gets. */
  readonly content: readonly Inline[];
  readonly marks: readonly Mark[];
  /** The first id that is free for the next piece of the unit. */
  readonly nextId: number;
  /** True where the piece begins with a capital, or has no lower-case letter at all. */
  readonly capital: boolean;
  readonly caps: boolean;
}

/**
 * Marks the terms of a piece of a unit.
 *
 * `native` and `prompt` leave the content as it is. `token` puts a standing code of kind `term` in the place of each
 * term. `proxy` puts a paired code of kind `term` around a stand-in noun of the term's gender, number and onset; names
 * that are not translated, terms without a gender, and other parts of speech than nouns become tokens there, too. A
 * stand-in never occurs in the piece itself. Not marked are terms without a form in the target language and
 * terms in texts inside markup, which are pieces of their own.
 * @param firstId ids from here on are free in the whole unit; by default those after the piece's own.
 */
export function mark(
  piece: readonly Inline[],
  terms: UnitTerms,
  method: TermMethod,
  target: string,
  firstId: number = highestId(piece) + 1,
): Marked {
  const isMarked = method === 'proxy' || method === 'token';
  const rewritten = method === 'proxy' ? openPossessives(piece, terms) : piece;
  const hits = isMarked ? terms.find(rewritten).hits.filter((hit) => hit.place === 'text') : [];
  const content = joinTexts(widenPairs(rewritten, hits));
  const { text, pieces } = runningText(content);
  const marks: Mark[] = [];
  const result = (marked: readonly Inline[]): Marked => ({
    content: marked,
    marks,
    nextId: firstId + marks.length,
    capital: /^[^\p{L}\p{N}]*\p{Lu}/u.test(text),
    caps: /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text),
  });
  if (hits.length === 0) return result(content);
  const known = new Map<TermHit['concept'], ReturnType<typeof targetForms>>();
  const formsOf = (concept: TermHit['concept']): ReturnType<typeof targetForms> => {
    if (!known.has(concept)) known.set(concept, targetForms(concept, terms.sourceLanguage, target));
    return known.get(concept);
  };
  const words = new Set(tokenize(text).map((token) => foldCase(text.slice(token.start, token.end))));
  const replaced = new Map<Inline, readonly Inline[]>();
  for (const { node, start } of pieces) {
    const end = start + node.text.length;
    const inside = hits.filter((hit) => hit.start >= start && hit.end <= end);
    const parts: Inline[] = [];
    let at = start;
    for (const hit of inside) {
      const forms = formsOf(hit.concept);
      if (forms === undefined) continue;
      const code = makeMark(hit, forms, method, { target, words, text, id: firstId + marks.length });
      parts.push({ type: 'text', text: text.slice(at, hit.start) }, code.code);
      marks.push(code.mark);
      at = hit.end;
    }
    if (parts.length > 0) replaced.set(node, [...parts, { type: 'text', text: text.slice(at, end) }]);
  }
  return result(replaceTexts(content, replaced));
}

interface Surroundings {
  readonly target: string;
  readonly words: ReadonlySet<string>;
  readonly text: string;
  readonly id: number;
}

function makeMark(
  hit: TermHit,
  forms: { readonly term: Term; readonly doNotTranslate: boolean },
  method: TermMethod,
  { target, words, text, id }: Surroundings,
): { readonly mark: Mark; readonly code: PairedCode | StandingCode } {
  const { term } = forms;
  const plural = term.plural === term.term || (hit.plural && term.plural !== undefined);
  const form = requiredForm(term, plural);
  const written = sourceCase(hit, text);
  const isNoun = term.partOfSpeech === undefined || /\bnoun\b/iu.test(term.partOfSpeech);
  const proxy =
    method === 'proxy' && !forms.doNotTranslate && isNoun && term.gender !== undefined
      ? proxiesFor(form, term.gender, target).find((one) => isFree(one, words, form))
      : undefined;
  if (proxy === undefined) {
    const code: StandingCode = { type: 'code', id, kind: 'term', markup: [form], signature: `term:${form}` };
    return { mark: { id, term, plural, written }, code };
  }
  const noun = inCase(proxy.english[plural ? 1 : 0], written);
  const child: Inline = { type: 'text', text: noun };
  const signature = `term:${noun}`;
  const code: PairedCode = { type: 'pair', id, kind: 'term', open: [], close: [], children: [child], signature };
  return { mark: { id, term, plural, written, proxy }, code };
}

function isFree(proxy: Proxy, words: ReadonlySet<string>, form: string): boolean {
  const own = tokenize(form).map((token) => foldCase(form.slice(token.start, token.end)));
  return [proxy.english, ...proxy.surfaces].flat().every((one) => !words.has(one) && !own.includes(one));
}

function sourceCase(hit: TermHit, text: string): SourceCase {
  const { surface } = hit;
  const isListed = [hit.term.term, hit.term.plural].some((form) => form?.normalize('NFC') === surface);
  if (isListed && hit.start > 0) return 'lower';
  if (!isListed && /\p{Lu}.*\p{Lu}/su.test(surface) && !/\p{Ll}/u.test(surface)) return 'caps';
  if (!/^\p{Lu}/u.test(surface)) return 'lower';
  return /[\p{L}\p{N}]/u.test(text.slice(0, hit.start)) ? 'capital' : 'first';
}

/** A word as it is written in the source: all capitals, one at its beginning, or as it stands. */
export function inCase(word: string, written: SourceCase): string {
  if (written === 'caps') return word.toUpperCase();
  if (written === 'lower') return word;
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
}

function replaceTexts(content: readonly Inline[], replaced: ReadonlyMap<Inline, readonly Inline[]>): Inline[] {
  return content
    .flatMap((node): readonly Inline[] => {
      if (node.type === 'pair') return [{ ...node, children: replaceTexts(node.children, replaced) }];
      return replaced.get(node) ?? [node];
    })
    .filter((node) => node.type !== 'text' || node.text !== '');
}

function highestId(content: readonly Inline[]): number {
  return content.reduce((highest, node) => {
    if (node.type === 'text') return highest;
    return Math.max(highest, node.id, node.type === 'pair' ? highestId(node.children) : 0);
  }, 0);
}
