/** Short ways to write content and termbases in tests. */
import { loadTermbase } from '../../scripts/terminology/termbase.ts';
import type { Termbase } from '../../scripts/terminology/term.ts';
import type { CodeKind, Inline, PairedCode, StandingCode } from '../../scripts/units/unit.ts';

export function text(words: string): Inline {
  return { type: 'text', text: words };
}

export function pair(id: number, kind: CodeKind, ...children: readonly Inline[]): PairedCode {
  return { type: 'pair', id, kind, open: ['<'], close: ['>'], children, signature: kind };
}

export function standing(id: number, kind: CodeKind, markup: string): StandingCode {
  return { type: 'code', id, kind, markup: [markup], signature: `${kind}:${markup}` };
}

export function image(id: number, alt: string): StandingCode {
  const markup = ['![', { text: alt, role: 'alt' as const }, '](a.png)'];
  return { type: 'code', id, kind: 'image', markup, signature: 'image:a.png' };
}

/** A termbase from rows under the full header; it must be without errors. */
export function termbase(...rows: readonly string[]): Termbase {
  const header = 'concept,language,term,plural,gender,status,part_of_speech,case,note';
  const { termbase: loaded, errors } = loadTermbase(
    [{ path: 'glossary/test.csv', text: [header, ...rows, ''].join('\n') }],
    { sourceLanguage: 'en' },
  );
  if (errors[0] !== undefined) throw errors[0];
  return loaded;
}
