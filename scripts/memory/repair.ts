import type { Inline } from '../units/unit.ts';
import { adoptCodes, bySignature, codesInOrder } from './adopt-codes.ts';
import { replaceNumbers, type NumberPair } from './replace-numbers.ts';
import { CODE, eachToken, NUMBER, WORD } from './tokens.ts';

export interface Remembered {
  /** Source in canonical form. */
  readonly source: string;
  readonly target: readonly Inline[];
  readonly targetLanguage: string;
}

export interface Wanted {
  /** Source in canonical form, and the content that it is the form of. */
  readonly source: string;
  readonly content: readonly Inline[];
}

/** Marks that may end a text and stand for each other without anything else in the text changing. */
const ENDS = new Set(['', '.', ':', ';', ',', '…', '...']);

/**
 * Makes the target of a remembered source fit a source that differs only in numbers, inline codes, white space and the
 * mark at its end. Between the same two words both must have the same kinds of numbers and codes, in the same order.
 * @returns undefined where the words differ, or where it is not certain what belongs where: then it is a fuzzy match.
 */
export function repair(remembered: Remembered, wanted: Wanted): Inline[] | undefined {
  const old = gapsOf(remembered.source);
  const own = gapsOf(wanted.source);
  if (old.length !== own.length) return undefined;

  const numbers: NumberPair[] = [];
  const signatures: string[] = [];
  let end: { readonly from: string; readonly to: string } | undefined;
  for (const [index, gap] of old.entries()) {
    const other = own[index];
    if (other === undefined || gap.word !== other.word) return undefined;
    if (layout(gap) !== layout(other)) return undefined;
    for (const [at, from] of gap.numbers.entries()) numbers.push({ from, to: other.numbers[at] ?? from });
    signatures.push(...gap.signatures);
    if (gap.marks === other.marks && gap.shape === other.shape) continue;
    if (index < old.length - 1 || !endsWell(gap) || !endsWell(other)) return undefined;
    end = { from: gap.marks, to: other.marks };
  }

  const replacements = bySignature(codesInOrder(wanted.content), signatures);
  const coded = adoptCodes(remembered.target, replacements);
  const texts = coded && replaceNumbers(textsOf(coded), numbers, remembered.targetLanguage);
  const ended = texts && (end === undefined ? texts : coded && endsWithText(coded) && withEnd(texts, end));
  return coded && ended ? withTexts(coded, [...ended]) : undefined;
}

/** What stands between two words of a source. */
interface Gap {
  /** The word before it; empty for the first gap. */
  readonly word: string;
  readonly numbers: string[];
  marks: string;
  /** Of the codes that open here. */
  readonly signatures: string[];
  /** What follows what: `n` number, `m` mark, `-` code, `(` and `)` pair. */
  shape: string;
}

/** Numbers and codes in their order. */
function layout({ shape }: Gap): string {
  return shape.replaceAll('m', '');
}

/** Whether the marks are such as may be replaced, and nothing but the ends of pairs follows them. */
function endsWell({ marks, shape }: Gap): boolean {
  return ENDS.has(marks) && /^[^m]*m*\)*$/.test(shape);
}

function gapsOf(canonical: string): Gap[] {
  let gap: Gap = { word: '', numbers: [], marks: '', signatures: [], shape: '' };
  const gaps = [gap];
  eachToken(canonical, (kind, start, end) => {
    const token = canonical.slice(start, end);
    if (kind === WORD) {
      gap = { word: token, numbers: [], marks: '', signatures: [], shape: '' };
      gaps.push(gap);
    } else if (kind === NUMBER) {
      gap.numbers.push(token);
      gap.shape += 'n';
    } else if (kind === CODE) {
      // A code opens, alone or as a pair, or a pair closes.
      const opens = token.startsWith('\u0001');
      if (opens) gap.signatures.push(token.slice(1));
      gap.shape += !opens ? ')' : canonical[end] === '\u0002' ? '-' : '(';
    } else {
      gap.marks += token;
      gap.shape += 'm';
    }
  });
  return gaps;
}

function textsOf(content: readonly Inline[]): string[] {
  return content.flatMap((item) => {
    if (item.type === 'text') return [item.text];
    return item.type === 'pair' ? textsOf(item.children) : [];
  });
}

function endsWithText(content: readonly Inline[]): boolean {
  const last = content.at(-1);
  return last?.type === 'text' || (last?.type === 'pair' && endsWithText(last.children));
}

/** Puts texts, in order, in the place of the content's. */
function withTexts(content: readonly Inline[], texts: string[]): Inline[] {
  return content.map((item) => {
    if (item.type === 'text') return { type: 'text', text: texts.shift() ?? '' };
    return item.type === 'pair' ? { ...item, children: withTexts(item.children, texts) } : item;
  });
}

/** The last text with another mark at its end; undefined where it does not end as the old source did. */
function withEnd(texts: readonly string[], end: { readonly from: string; readonly to: string }): string[] | undefined {
  const last = texts.at(-1)?.trimEnd() ?? '';
  const stem = last.slice(0, last.length - end.from.length);
  if (!last.endsWith(end.from) || stem === '' || /[\p{P}\p{S}]$/u.test(stem)) return undefined;
  return [...texts.slice(0, -1), stem + end.to];
}
