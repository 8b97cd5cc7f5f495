/**
 * Finds listed forms (words, phrases) in running text. Used for terms in sources and for their forms in targets, so that
 * both sides count by one rule:
 * - a form begins and ends at a word boundary (`words.ts` says what a word is);
 * - equal up to NFC and case folding, unless the form is case-sensitive; diacritics count (`sérum` is not `serum`);
 * - between two words any white space equals a single hyphen (`stem cell`, `stem-cell`); apostrophes are all alike.
 */
import { APOSTROPHE, foldCase, HYPHEN, plain, WordCursor } from './words.ts';

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
  next: Map<string, Node<T>> | undefined;
  listed: Listed<T>[] | undefined;
}

/** A set of forms, each with what it stands for. Built once, searched often; time grows with the text alone. */
export class FormIndex<T> {
  readonly #root: Node<T> = { next: undefined, listed: undefined };

  /** Lists a form. One without letters, digits and symbols is never found. */
  add(form: string, caseSensitive: boolean, value: T): void {
    const path = new Path(form, 0);
    if (!path.cursor.next()) return;
    let node = child(this.#root, path.key());
    while (path.advance()) node = child(node, path.key());
    const listed = { value, exact: caseSensitive ? plain(form).trim() : undefined };
    if (node.listed === undefined) node.listed = [listed];
    else node.listed.push(listed);
  }

  /**
   * Finds forms from left to right; matches never overlap.
   * @param choose takes one of the forms that begin at a place (longest first), or none of them: then the search goes on
   *   behind the first word. By default the longest is taken.
   */
  find(text: string, choose: (found: readonly FormMatch<T>[]) => FormMatch<T> | undefined = longest): FormMatch<T>[] {
    const matches: FormMatch<T>[] = [];
    const cursor = new WordCursor(text);
    while (cursor.next()) {
      const first = this.#root.next?.get(keyAt(text, cursor));
      if (first === undefined) continue;
      const found = forms(first, text, cursor.start);
      const chosen = found.length === 0 ? undefined : choose(found);
      if (chosen === undefined) continue;
      matches.push(chosen);
      cursor.end = chosen.end;
    }
    return matches;
  }
}

/** Walks along a text in the steps of the index. */
class Path {
  readonly cursor: WordCursor;
  #joined = false;
  readonly #text: string;

  constructor(text: string, from: number) {
    this.#text = text;
    this.cursor = new WordCursor(text, from);
  }

  /** The present word; with a space before it, if white space or a hyphen between two words lies behind the last step. */
  key(): string {
    const key = keyAt(this.#text, this.cursor);
    return this.#joined ? ` ${key}` : key;
  }

  advance(): boolean {
    const { cursor } = this;
    const { end, word } = cursor;
    if (!cursor.next()) return false;
    this.#joined = cursor.start > end;
    const hyphen = cursor.start;
    if (this.#joined || !word || cursor.word || !HYPHEN.test(this.#text.slice(hyphen, cursor.end))) return true;
    const behind = cursor.end;
    if (cursor.next() && cursor.word && cursor.start === behind) {
      this.#joined = true;
      return true;
    }
    // No word follows at once: the hyphen is a symbol like any other.
    cursor.end = hyphen;
    return cursor.next();
  }
}

/** All forms that begin with the word at `start`, the longest first. */
function forms<T>(first: Node<T>, text: string, start: number): FormMatch<T>[] {
  const found: FormMatch<T>[] = [];
  const path = new Path(text, start);
  path.cursor.next();
  for (let node: Node<T> | undefined = first; node !== undefined;) {
    const { end } = path.cursor;
    const values = node.listed === undefined ? [] : fitting(node.listed, text, start, end);
    if (values.length > 0) found.unshift({ start, end, values });
    if (node.next === undefined || !path.advance()) break;
    node = node.next.get(path.key());
  }
  return found;
}

function fitting<T>(listed: readonly Listed<T>[], text: string, start: number, end: number): T[] {
  const surface = listed.some((one) => one.exact !== undefined) ? plain(text.slice(start, end)) : '';
  return listed.filter((one) => one.exact === undefined || one.exact === surface).map((one) => one.value);
}

function keyAt(text: string, { start, end, word }: WordCursor): string {
  const surface = text.slice(start, end);
  return !word && APOSTROPHE.test(surface) ? "'" : foldCase(surface);
}

function child<T>(node: Node<T>, key: string): Node<T> {
  node.next ??= new Map();
  let next = node.next.get(key);
  if (next === undefined) {
    next = { next: undefined, listed: undefined };
    node.next.set(key, next);
  }
  return next;
}

function longest<T>(found: readonly FormMatch<T>[]): FormMatch<T> | undefined {
  return found[0];
}
