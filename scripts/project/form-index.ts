/**
 * Finds listed forms (words, phrases) in running text. Used for terms in sources and for their forms in targets, so that
 * both sides count by one rule:
 * - a form begins and ends at a word boundary (`words.ts` says what a word is);
 * - equal up to NFC and case folding, unless the form is case-sensitive; diacritics count (`sérum` is not `serum`);
 * - between two words any white space equals a single hyphen (`stem cell`, `stem-cell`); apostrophes are all alike.
 */
import { APOSTROPHE, foldCase, HYPHEN, plain, tokenize, type Token } from './words.ts';

export interface FormMatch<T> {
  readonly start: number;
  readonly end: number;
  /** All that was listed under this form, in the order of listing. */
  readonly values: readonly T[];
}

interface Listed<T> {
  readonly value: T;
  /** For case-sensitive forms: the spelling that is required. */
  readonly exact: string | undefined;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly listed: Listed<T>[];
}

const JOINER = ' ';

/** A set of forms, each with what it stands for. Built once, searched often; time grows with the text alone. */
export class FormIndex<T> {
  readonly #root: Node<T> = { next: new Map(), listed: [] };

  /** Lists a form. One without letters, digits and symbols is never found. */
  add(form: string, caseSensitive: boolean, value: T): void {
    const tokens = tokenize(form);
    if (tokens.length === 0) return;
    let node = this.#root;
    for (let at = 0; at < tokens.length;) {
      const gap = at === 0 ? undefined : step(form, tokens, at);
      if (gap !== undefined && gap.key === JOINER) {
        node = child(node, JOINER);
        at = gap.next;
      }
      const token = tokens[at];
      if (token === undefined) break;
      node = child(node, keyOf(form, token));
      at += 1;
    }
    node.listed.push({ value, exact: caseSensitive ? plain(form).trim() : undefined });
  }

  /**
   * Finds forms from left to right; matches never overlap.
   * @param choose takes one of the forms that begin at a place (longest first), or none of them: then the search goes on
   *   behind the first word. By default the longest is taken.
   */
  find(text: string, choose: (found: readonly FormMatch<T>[]) => FormMatch<T> | undefined = longest): FormMatch<T>[] {
    const tokens = tokenize(text);
    const matches: FormMatch<T>[] = [];
    for (let at = 0; at < tokens.length;) {
      const first = tokens[at];
      if (first === undefined) break;
      const found = this.#from(text, tokens, at);
      const chosen = found === undefined ? undefined : choose(found);
      if (chosen === undefined) {
        at += 1;
        continue;
      }
      matches.push(chosen);
      while ((tokens[at]?.start ?? Infinity) < chosen.end) at += 1;
    }
    return matches;
  }

  #from(text: string, tokens: readonly Token[], first: number): FormMatch<T>[] | undefined {
    const begin = tokens[first];
    if (begin === undefined) return undefined;
    let node = this.#root.next.get(keyOf(text, begin));
    let found: FormMatch<T>[] | undefined;
    for (let at = first + 1; node !== undefined; at++) {
      const end = tokens[at - 1]?.end ?? begin.end;
      if (node.listed.length > 0) {
        const surface = plain(text.slice(begin.start, end));
        const values = node.listed.filter((one) => one.exact === undefined || one.exact === surface);
        if (values.length > 0) {
          (found ??= []).unshift({ start: begin.start, end, values: values.map((one) => one.value) });
        }
      }
      const move = step(text, tokens, at);
      const token = move === undefined ? undefined : tokens[move.next];
      if (move === undefined || token === undefined) break;
      if (move.key === JOINER) node = node.next.get(JOINER);
      node = node?.next.get(keyOf(text, token));
      at = move.next;
    }
    return found;
  }
}

function keyOf(text: string, token: Token): string {
  const surface = text.slice(token.start, token.end);
  return !token.word && APOSTROPHE.test(surface) ? "'" : foldCase(surface);
}

/** Where a step leads: the key to look up next, and the token after it. */
function step(text: string, tokens: readonly Token[], at: number): { key: string; next: number } | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return undefined;
  if (token.start > before.end) return { key: JOINER, next: at };
  const after = tokens[at + 1];
  const joins = before.word && after?.word === true && after.start === token.end && !token.word;
  if (joins && HYPHEN.test(text.slice(token.start, token.end))) return { key: JOINER, next: at + 1 };
  return { key: '', next: at };
}

function child<T>(node: Node<T>, key: string): Node<T> {
  let next = node.next.get(key);
  if (next === undefined) {
    next = { next: new Map(), listed: [] };
    node.next.set(key, next);
  }
  return next;
}

function longest<T>(found: readonly FormMatch<T>[]): FormMatch<T> | undefined {
  return found[0];
}
