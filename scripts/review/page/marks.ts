/** What is marked in a text: inline codes, terms, and the places that findings name. */
import type { ShownFinding, ShownTerm, Span } from '../contract.ts';

export type MarkKind = 'code' | 'term' | 'deprecated' | 'error' | 'warning';

export interface Mark extends Span {
  readonly kind: MarkKind;
  readonly title?: string;
}

export interface Piece {
  readonly text: string;
  readonly kinds: readonly MarkKind[];
  readonly title: string | undefined;
}

/** i18next's own syntax and tags, also where the source has none of the kind. */
const CODES = /\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?[\w-]+(?:\s[^<>]*)?\/?>/g;

/** @param codes as the source writes them. */
export function codeMarks(text: string, codes: readonly string[]): Mark[] {
  const marks: Mark[] = [...text.matchAll(CODES)].map(({ 0: code, index }) => {
    return { start: index, end: index + code.length, kind: 'code' };
  });
  for (const code of new Set(codes)) {
    for (const start of places(text, code)) marks.push({ start, end: start + code.length, kind: 'code' });
  }
  return marks;
}

function places(text: string, part: string): number[] {
  const found: number[] = [];
  if (part === '') return found;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
}

export function termMarks(text: string, terms: readonly ShownTerm[], side: 'source' | 'target'): Mark[] {
  const lower = text.toLocaleLowerCase();
  // Some letters change their length with their case: nothing is marked then, rather than the wrong place.
  if (lower.length !== text.length) return [];
  const marks: Mark[] = [];
  const add = (form: string, kind: MarkKind, title: string): void => {
    for (const start of places(lower, form.toLocaleLowerCase())) {
      const end = start + form.length;
      if (!isLetter(text[start - 1]) && !isLetter(text[end])) marks.push({ start, end, kind, title });
    }
  };
  for (const term of terms) {
    if (side === 'source') add(term.source, 'term', `${term.source} → ${term.accepted.join(', ') || '—'}`);
    else {
      for (const form of term.accepted) add(form, 'term', `for ${term.source}`);
      for (const form of term.deprecated) add(form, 'deprecated', `not for ${term.source}`);
    }
  }
  return marks;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

export function findingMarks(findings: readonly ShownFinding[], length: number): Mark[] {
  return findings.flatMap(({ span, severity, message, waived }): Mark[] => {
    if (span === undefined || waived !== undefined || span.end > length) return [];
    return [{ ...span, kind: severity, title: message }];
  });
}

/** The text in pieces, each with all that is marked there. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const kinds = [...new Set(here.map(({ kind }) => kind))];
    return { text: text.slice(start, end), kinds, title: here.find(({ title }) => title !== undefined)?.title };
  });
}

/** Codes of the source that a text lacks, in their order. */
export function missingCodes(text: string, codes: readonly string[]): string[] {
  const there = new Map<string, number>();
  return codes.filter((code) => {
    const left = there.get(code) ?? places(text, code).length;
    there.set(code, left - 1);
    return left <= 0;
  });
}
