/** Puts the required terms into an engine's answer. */
import { CODE_MARK, shownWords } from '../project/text/running-text.ts';
import { foldCase, tokenize } from '../project/text/words.ts';
import type { Inline, InlineText } from '../units/unit.ts';
import { joinTexts } from './join-texts.ts';
import { inCase, type Mark, type Marked, type SourceCase } from './mark.ts';

/**
 * Replaces marks by target forms. Of a stand-in's chunk only the noun itself is replaced; articles, prepositions and
 * elisions that the engine put around it stay, and the number that the engine chose is followed, so that they agree.
 * Capitals: at the beginning of a piece that begins with one; inside it where source and answer both have one; all
 * capitals as in the source; else the termbase's own form.
 * @returns undefined where a mark is missing or twice, or a stand-in cannot be found or is left over: then the next
 * method is to be tried.
 */
export function restore(answer: readonly Inline[], marked: Marked): Inline[] | undefined {
  if (marked.marks.length === 0) return joinTexts(answer);
  const byId = new Map(marked.marks.map((one) => [one.id, one]));
  const done = new Set<number>();
  // Each term asks whether it is the first word; the text before it is read once.
  let isBegun = false;
  const pass = (text: string): void => {
    isBegun ||= /[\p{L}\p{N}]/u.test(text.replaceAll(CODE_MARK, ''));
  };
  let failed = false;
  const visit = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node): Inline[] => {
      if (node.type === 'text') {
        pass(node.text);
        return [node];
      }
      const term = node.kind === 'term' ? byId.get(node.id) : undefined;
      if (term === undefined) {
        if (node.type === 'code') return [node];
        return [{ ...node, children: visit(node.children) }];
      }
      const restored = done.has(term.id) ? undefined : restoreOne(node, term, !isBegun, marked);
      done.add(term.id);
      failed ||= restored === undefined;
      pass(shownWords(restored ?? []));
      return restored ?? [];
    });
  const content = joinTexts(visit(answer));
  if (failed || done.size !== byId.size || hasLeftOver(content, marked.marks)) return undefined;
  return content;
}

function restoreOne(
  node: Exclude<Inline, InlineText>,
  mark: Mark,
  isFirst: boolean,
  marked: Marked,
): Inline[] | undefined {
  const { term } = mark;
  if (node.type === 'code') {
    const form = mark.plural ? (term.plural ?? term.term) : term.term;
    return [{ type: 'text', text: withCapital(form, mark, { isFirst, isCapital: false }, marked) }];
  }
  const { proxy } = mark;
  if (proxy === undefined) return undefined;
  let found = false;
  const replace = (nodes: readonly Inline[], lead: string): Inline[] => {
    let text = lead;
    return nodes.map((child) => {
      if (child.type === 'pair') return { ...child, children: replace(child.children, text) };
      if (child.type === 'code' || found) return shout(child, mark, marked);
      const place = locate(child.text, proxy.surfaces);
      text += child.text;
      if (place === undefined) return shout(child, mark, marked);
      found = true;
      const prefix = child.text.slice(0, place.start);
      const form = place.plural ? (term.plural ?? term.term) : term.term;
      const opens = isFirst && !/\p{L}/u.test(text.slice(0, text.length - child.text.length) + prefix);
      const isCapital = /^\p{Lu}/u.test(child.text.slice(place.start));
      const noun = withCapital(form, mark, { isFirst: opens, isCapital }, marked);
      const chunk = `${calm(prefix, mark)}${noun}${child.text.slice(place.end)}`;
      return shout({ type: 'text', text: chunk }, mark, marked);
    });
  };
  const children = replace(node.children, '');
  return found ? children : undefined;
}

/** Where one of the surfaces stands in a text; target forms are looked for before those of other languages. */
function locate(
  text: string,
  surfaces: readonly (readonly [string, string])[],
): { readonly start: number; readonly end: number; readonly plural: boolean } | undefined {
  const words = tokenize(text).map(({ start, end }) => ({ start, end, folded: foldCase(text.slice(start, end)) }));
  for (const [singular, plural] of surfaces) {
    const word = words.find(({ folded }) => folded === singular || folded === plural);
    if (word !== undefined) return { start: word.start, end: word.end, plural: word.folded === plural };
  }
  return undefined;
}

function withCapital(
  form: string,
  { written }: Mark,
  { isFirst, isCapital }: { readonly isFirst: boolean; readonly isCapital: boolean },
  marked: Marked,
): string {
  let wanted: SourceCase = 'lower';
  if (written === 'caps') wanted = 'caps';
  else if ((isFirst && marked.capital) || (written === 'capital' && isCapital)) wanted = 'capital';
  return inCase(form, wanted);
}

/** Where the whole piece is in capitals, the words that the engine added around the term are, too. */
function shout<Node extends Inline>(node: Node, { written }: Mark, { caps }: Marked): Node | InlineText {
  return caps && written === 'caps' && node.type === 'text' ? { type: 'text', text: node.text.toUpperCase() } : node;
}

/** `EL águila`: an article that came out in capitals although nothing in the source is. */
function calm(prefix: string, { written }: Mark): string {
  if (written === 'caps') return prefix;
  return prefix.replace(/\p{Lu}{2,}/gu, (word) => inCase(word.toLowerCase(), 'capital'));
}

function hasLeftOver(content: readonly Inline[], marks: readonly Mark[]): boolean {
  const proxies = marks.flatMap(({ proxy }) => (proxy === undefined ? [] : proxy.surfaces.flat()));
  if (proxies.length === 0) return false;
  const nouns = new Set(proxies);
  const text = shownWords(content);
  return tokenize(text).some(({ start, end }) => nouns.has(foldCase(text.slice(start, end))));
}
