/** Rewrites English constructions around terms that stand-in nouns do not survive, into ones that mean the same. */
import { baseLanguage } from '../project/languages.ts';
import { runningText } from '../project/text/running-text.ts';
import type { Inline, InlineText } from '../units/unit.ts';
import type { TermHit } from './term.ts';
import type { UnitTerms } from './unit-terms.ts';

/** Words that follow a noun with a hyphen, and what stands for them behind the noun phrase; chosen by what engines parse. */
const COMPOUNDS: ReadonlyMap<string, string> = new Map([
  ['based', 'based on'],
  ['derived', 'from'],
  ['induced', 'caused by'],
  ['enriched', 'with'],
  ['rich', 'rich in'],
  ['free', 'without'],
]);

/** A noun phrase of up to three words behind such a compound, and something that surely does not belong to it. */
const COMPOUND =
  /^[-\u2010\u2011](based|derived|induced|enriched|rich|free) ((?:\p{Ll}+ ){0,2}?\p{Ll}+)(?=$|[.,;:!?)]|\s+(?:is|are|was|were|be|can|may|will|and|or|but|for|with|to|in|on|of|that|which|from|by|as|at|has|have|had|do|does)\s)/u;

/**
 * - `the exosomes’ role` becomes `the exosomes’s role`: bad English, but the only way to tell a rule-based engine that the
 *   apostrophe is no quotation mark;
 * - `an exosome-based serum` becomes `an serum based on exosomes`, where the end of the noun phrase is certain.
 *
 * Other languages than English are left alone.
 */
export function openPossessives(content: readonly Inline[], terms: UnitTerms): readonly Inline[] {
  if (baseLanguage(terms.sourceLanguage) !== 'en') return content;
  const { text, pieces } = runningText(content);
  if (!/['\u2019]|[-\u2010\u2011](?:based|derived|induced|enriched|rich|free)\b/u.test(text)) return content;
  const hits = terms.find(content).hits.filter((hit) => hit.place === 'text');
  const changed = new Map<Inline, string>();
  for (const { node, start } of pieces) {
    let result = node.text;
    for (const hit of hits.toReversed()) {
      if (hit.start >= start && hit.end <= start + node.text.length) result = rewriteAt(result, hit, start);
    }
    if (result !== node.text) changed.set(node, result);
  }
  return changed.size === 0 ? content : withTexts(content, changed);
}

function rewriteAt(text: string, hit: TermHit, start: number): string {
  const before = text.slice(0, hit.start - start);
  const after = text.slice(hit.end - start);
  if (/s$/iu.test(hit.surface) && /^['\u2019]\s+\p{L}/u.test(after)) {
    const isQuoted = /(?:^|[\s(])['\u2018](?=\S)/u.test(before);
    return isQuoted ? text : `${before}${hit.surface}${after.charAt(0)}s${after.slice(1)}`;
  }
  const compound = COMPOUND.exec(after);
  const [all = '', way = '', noun = ''] = compound ?? [];
  const words = COMPOUNDS.get(way);
  if (words === undefined) return text;
  const first = /^\p{Lu}/u.test(hit.surface) ? noun.charAt(0).toUpperCase() : noun.charAt(0);
  const form = hit.term.plural ?? hit.term.term;
  return `${before}${first}${noun.slice(1)} ${words} ${form}${after.slice(all.length)}`;
}

function withTexts(content: readonly Inline[], changed: ReadonlyMap<Inline, string>): Inline[] {
  return content.map((node): Inline => {
    if (node.type === 'pair') return { ...node, children: withTexts(node.children, changed) };
    const text = changed.get(node);
    return text === undefined ? node : ({ type: 'text', text } satisfies InlineText);
  });
}
