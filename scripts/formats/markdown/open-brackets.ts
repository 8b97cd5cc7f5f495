/** What a scanner knows of a piece of JavaScript that grows. */
export type Openness = 'open' | 'closed' | 'unknown' | 'too deep';

/** Brackets and templates in one another: the parser calls itself for each, and has a stack. */
const DEEPEST = 200;

/**
 * Whether a piece of JavaScript surely lacks closing brackets: so much is known without a parser as long as there are only
 * strings, templates, comments and brackets. Behind a `/` or `<` that may begin an expression or an element nobody knows.
 * A text that goes on with the one before is read on from there.
 */
export class OpenBrackets {
  #text = '';
  #at = 0;
  #stack: string[] = [];
  #isUnknown = false;

  look(text: string): Openness {
    if (!text.startsWith(this.#text)) {
      this.#at = 0;
      this.#stack = [];
      this.#isUnknown = false;
    }
    this.#text = text;
    while (this.#at < text.length) {
      const end = this.#isUnknown ? this.#raw(text.charAt(this.#at)) : this.#step(text);
      // What began here has no end yet.
      if (end === undefined) return 'open';
      // The last line's comment may end the text or go on.
      if (end === PAUSE) break;
      if (this.#stack.length > DEEPEST) return 'too deep';
      this.#at = end;
    }
    if (this.#isUnknown) return 'unknown';
    return this.#stack.length > 0 ? 'open' : 'closed';
  }

  /**
   * The closing braces that surely do not end what begins at an offset, up to the one that may.
   * @returns their offsets, and where it may end; undefined: nowhere
   */
  inside(text: string, start: number): { readonly braces: readonly number[]; readonly end: number | undefined } {
    const braces: number[] = [];
    this.#text = '';
    this.#stack = [];
    this.#isUnknown = false;
    for (this.#at = start; this.#at < text.length;) {
      if (text.charAt(this.#at) === '}') {
        if (this.#stack.length === 0) return { braces, end: this.#at };
        braces.push(this.#at);
      }
      const end = this.#step(text);
      if (this.#isUnknown || end === undefined || end === PAUSE) break;
      for (let at = text.indexOf('}', this.#at + 1); at !== -1 && at < end; at = text.indexOf('}', at + 1))
        braces.push(at);
      this.#at = end;
    }
    return { braces, end: undefined };
  }

  /** Counts all brackets, whatever they are in: only how deep they are is asked for. */
  #raw(sign: string): number {
    if ('({['.includes(sign)) this.#stack.push(sign);
    else if (')}]'.includes(sign)) this.#stack.pop();
    return this.#at + 1;
  }

  #step(text: string): number | undefined {
    const [at, sign, next] = [this.#at, text.charAt(this.#at), text.charAt(this.#at + 1)];
    if (this.#stack.at(-1) === '`') return this.#template(at, sign, next);
    if (sign === '"' || sign === "'") return behindString(text, at);
    if (sign === '/' && next === '*') return behind(text, '*/', at + 2);
    if (sign === '/' && next === '/') return behind(text, '\n', at + 2) ?? PAUSE;
    // At the end of a piece a comment may only begin.
    if (sign === '/' && next === '') return undefined;
    if (sign === '/' || sign === '<') this.#isUnknown = true;
    else if ('({[`'.includes(sign)) this.#stack.push(sign);
    else if (')}]'.includes(sign) && this.#stack.pop() !== OPENERS[sign]) this.#isUnknown = true;
    return at + 1;
  }

  #template(at: number, sign: string, next: string): number | undefined {
    if (sign === '\\') return at + 2;
    if (sign === '$' && next === '') return undefined;
    if (sign === '`') this.#stack.pop();
    if (sign === '$' && next === '{') {
      this.#stack.push('{');
      return at + 2;
    }
    return at + 1;
  }
}

const PAUSE = -1;

const OPENERS: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' };

function behind(text: string, end: string, from: number): number | undefined {
  const found = text.indexOf(end, from);
  return found < 0 ? undefined : found + end.length;
}

function behindString(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === quote) return at + 1;
  }
  return undefined;
}
