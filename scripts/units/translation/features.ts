/** What a block and its translation share, whatever the languages: inline codes, numbers, names, length. */
import type { Inline, UnitKind } from '../unit.ts';

/** A block of an article or of its translation. */
export interface AlignedBlock {
  readonly kind: UnitKind;
  readonly value: string;
  readonly content: readonly Inline[];
  /** Of a table's cell: its column, and whether it is in the head. */
  readonly cell?: string | undefined;
}

export interface Features {
  readonly kind: UnitKind;
  readonly value: string;
  readonly cell: string | undefined;
  /** Signatures of inline codes; links without host, language and fragment. */
  readonly codes: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
  /** Characters that a reader sees. */
  readonly length: number;
}

export function featuresOf({ kind, value, content, cell }: AlignedBlock): Features {
  const codes: string[] = [];
  const text = readContent(content, codes);
  return {
    kind,
    value,
    cell,
    codes: counted(codes),
    numbers: counted(text.match(/\d+/g) ?? []),
    names: counted(text.match(NAMES) ?? []),
    length: Math.max(1, weigh(text)),
  };
}

/** Words with inner capitals, and capitalised ones of four letters and more. */
const NAMES = /\b(?:\p{L}+\p{Ll}\p{Lu}\p{L}*|\p{Lu}[\p{L}]{3,})\b/gu;

function readContent(content: readonly Inline[], codes: string[]): string {
  let text = '';
  for (const node of content) {
    if (node.type === 'text') {
      text += node.text;
      continue;
    }
    codes.push(anyLanguage(node.signature));
    if (node.type === 'pair') text += readContent(node.children, codes);
  }
  return text;
}

/** A link leads to the page in the reader's language, on another host, to a heading that has another name. */
function anyLanguage(signature: string): string {
  return signature
    .replace(/https?:\/\/[^/\s"')]+/gi, '')
    .replace(/#[^\s"')]*/g, '')
    .replace(/\/[a-z]{2,3}(?:[-_][a-z]{2,4})?(?=\/|$|[\s"')])/gi, '');
}

/** A Chinese or Japanese character says about as much as two and a half letters. */
function weigh(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + dense * 1.5;
}

function counted(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Dice's overlap of two bags, 0 to 1; undefined where both are empty. */
export function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | undefined {
  let sum = 0;
  let shared = 0;
  for (const [item, count] of a) {
    sum += count;
    shared += Math.min(count, b.get(item) ?? 0);
  }
  for (const count of b.values()) sum += count;
  return sum === 0 ? undefined : (2 * shared) / sum;
}
