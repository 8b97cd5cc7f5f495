/**
 * The plainest way to ask: no markup at all. A sentence without codes is plain text; where it has codes, each stands in it
 * as a word of consonants that no language has, which services leave as it is.
 */
import type { Inline } from '../../units/unit.ts';
import { DamagedAnswer, type AnswerElement, type AnswerNode } from './tagged-answer.ts';
import { withoutForbidden, type Code } from './tagged-text.ts';

export interface PlainSegment {
  readonly text: string;
  /** The code behind each element of `read`'s result, by the element's name. */
  readonly codes: ReadonlyMap<string, Code>;
  /** @throws DamagedAnswer when a token is missing, doubled or out of its pair. */
  read(answer: string): readonly AnswerNode[];
}

/** A token of the text: a standing code, or one end of a pair. */
interface Token {
  readonly word: string;
  readonly name: string;
  readonly end: 'open' | 'close' | 'none';
  /** True where the source has no white space on that side: what was put there for the token goes again. */
  before: boolean;
  after: boolean;
}

type Part = string | Token;

const PREFIXES = ['Xqz', 'Zqx', 'Qxz', 'Xzqj'];
/** No vowels: some services put accents on words that they do not know. */
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';

/** Writes a sentence without markup. */
export function plainSegment(content: readonly Inline[]): PlainSegment {
  const codes = new Map<string, Code>();
  const parts: Part[] = [];
  const all = textOf(content).toLowerCase();
  const prefix = PREFIXES.find((one) => !all.includes(one.toLowerCase())) ?? 'Xqzxq';
  let count = 0;
  const token = (name: string, end: Token['end']): Token => {
    const number = count++;
    const letters = [Math.floor(number / CONSONANTS.length), number % CONSONANTS.length];
    const word = prefix + letters.map((letter) => CONSONANTS[letter % CONSONANTS.length] ?? '').join('');
    return { word, name, end, before: true, after: true };
  };
  const write = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        parts.push(withoutForbidden(node.text));
        continue;
      }
      const name = `k${codes.size}`;
      codes.set(name, node);
      if (node.type === 'code') parts.push(token(name, 'none'));
      else {
        parts.push(token(name, 'open'));
        write(node.children);
        parts.push(token(name, 'close'));
      }
    }
  };
  write(content);
  const filled = parts.filter((part) => part !== '');
  return { text: joined(filled), codes, read: (answer) => readTokens(answer, filled.filter(isToken)) };
}

function isToken(part: Part): part is Token {
  return typeof part !== 'string';
}

/** Puts spaces around tokens where there are none, and remembers where. */
function joined(parts: readonly Part[]): string {
  let text = '';
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    if (!isToken(part)) {
      text += part;
      if (next !== undefined && isToken(next)) {
        next.before = !/\s$/.test(part);
        if (next.before) text += ' ';
      }
      return;
    }
    text += part.word;
    if (next === undefined) return;
    part.after = isToken(next) || !/^\s/.test(next);
    if (part.after) text += ' ';
  });
  return text;
}

function readTokens(answer: string, tokens: readonly Token[]): readonly AnswerNode[] {
  const root: AnswerElement = { name: '', number: undefined, children: [] };
  if (tokens.length === 0) return [answer];
  const open: AnswerElement[] = [root];
  const byWord = new Map(tokens.map((token) => [token.word.toLowerCase(), token]));
  const pieces = answer.split(new RegExp(`(${tokens.map(({ word }) => word).join('|')})`, 'i'));
  const found = new Set<Token>();
  let last: Token | undefined;
  pieces.forEach((piece, index) => {
    const top = open.at(-1) ?? root;
    if (index % 2 === 0) {
      const next = byWord.get(pieces[index + 1]?.toLowerCase() ?? '');
      let text = piece;
      if (next?.before === true) text = text.trimEnd();
      if (last?.after === true) text = text.trimStart();
      if (text !== '') top.children.push(text);
      return;
    }
    const token = byWord.get(piece.toLowerCase());
    if (token === undefined) return;
    if (found.has(token)) throw new DamagedAnswer('a mark came back twice');
    found.add(token);
    last = token;
    if (token.end === 'close') {
      if (top.name !== token.name || open.length === 1) throw new DamagedAnswer('the two marks of a pair are apart');
      open.pop();
      return;
    }
    const element: AnswerElement = { name: token.name, number: undefined, children: [] };
    top.children.push(element);
    if (token.end === 'open') open.push(element);
  });
  if (found.size < tokens.length) throw new DamagedAnswer('a mark is missing');
  return root.children;
}

function textOf(content: readonly Inline[]): string {
  return content
    .map((node) => (node.type === 'text' ? node.text : node.type === 'pair' ? textOf(node.children) : ''))
    .join(' ');
}
