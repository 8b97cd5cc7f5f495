import { codes, isOneText, mapCodes, tidy } from './content.ts';
import type { Inline, PairedCode, StandingCode } from './unit.ts';

type Code = StandingCode | PairedCode;

/**
 * Compares the codes of a source and a target as multisets of signatures; order and nesting may differ.
 * @returns the signatures that the target lacks and those it has too many, sorted; both empty when all came back
 */
export function sameCodes(
  source: readonly Inline[],
  target: readonly Inline[],
): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  if (isOneText(source) && isOneText(target)) return ALL_THERE;
  const left = new Map<string, number>();
  for (const code of codes(source)) left.set(code.signature, (left.get(code.signature) ?? 0) + 1);
  const extra: string[] = [];
  for (const { signature } of codes(target)) {
    const count = left.get(signature) ?? 0;
    if (count === 0) extra.push(signature);
    else left.set(signature, count - 1);
  }
  const missing = [...left].flatMap(([signature, count]) => Array<string>(count).fill(signature));
  return { missing: missing.sort(compare), extra: extra.sort(compare) };
}

const ALL_THERE = { missing: [], extra: [] };

/**
 * Gives the codes of a target the markup, kind and signature that the source's code of the same id has: engines return
 * ids, and what they write into markup is not believed. Codes with an id that the source does not have, or that changed
 * between standing alone and paired, stay as they are: `sameCodes` finds them.
 */
export function adoptMarkup(source: readonly Inline[], target: readonly Inline[]): Inline[] {
  const byId = new Map<number, Code>(codes(source).map((code) => [code.id, code]));
  return mapCodes(target, (code) => {
    const own = byId.get(code.id);
    if (code.type === 'code') return own?.type === 'code' ? own : code;
    return own?.type === 'pair' ? { ...own, children: code.children } : code;
  });
}

/**
 * Joins pairs that an engine split: where sibling pairs have one id, everything from the first to the last piece becomes
 * the content of one pair; pieces without content are dropped. What is nested otherwise than siblings stays for
 * `sameCodes` to find.
 */
export function mergePieces(content: readonly Inline[]): Inline[] {
  const pieces = dropEmptyPieces(content);
  const last = new Map<number, number>();
  for (const [index, item] of pieces.entries()) if (item.type === 'pair') last.set(item.id, index);
  const result: Inline[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const item = pieces[index];
    if (item === undefined) break;
    if (item.type !== 'pair') {
      result.push(item);
      continue;
    }
    const end = last.get(item.id) ?? index;
    const children = pieces
      .slice(index, end + 1)
      .flatMap((piece) => (piece.type === 'pair' && piece.id === item.id ? piece.children : [piece]));
    result.push({ ...item, children: mergePieces(children) });
    index = end;
  }
  return tidy(result);
}

function dropEmptyPieces(content: readonly Inline[]): readonly Inline[] {
  const count = new Map<number, number>();
  for (const item of content) if (item.type === 'pair') count.set(item.id, (count.get(item.id) ?? 0) + 1);
  return content.filter((item) => {
    if (item.type !== 'pair' || item.children.length > 0) return true;
    const left = count.get(item.id) ?? 1;
    if (left > 1) count.set(item.id, left - 1);
    return left === 1;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
