/** The ways of cutting a text into tokens, by sacreBLEU's names; and which it chooses for a language. */
import { characters } from './characters.ts';
import { chinese } from './chinese.ts';
import { international } from './international.ts';
import { splitAtSpaces } from './white-space.ts';
import { western } from './western.ts';

/** Cuts a text, which may have several lines, into tokens. */
export type Tokenizer = (text: string) => readonly string[];

export const TOKENIZERS: ReadonlyMap<string, Tokenizer> = new Map<string, Tokenizer>([
  ['13a', western],
  ['intl', international],
  ['zh', chinese],
  ['char', characters],
  ['none', splitAtSpaces],
]);

const BY_LANGUAGE: ReadonlyMap<string, string> = new Map([
  ['zh', 'zh'],
  // sacreBLEU asks MeCab, a dictionary of some ten megabytes.
  ['ja', 'char'],
  ['ko', 'char'],
  // Written without spaces, too; sacreBLEU has no tokenizer of their own for them.
  ['th', 'char'],
  ['lo', 'char'],
  ['km', 'char'],
  ['my', 'char'],
]);

/** @param language BCP 47. @returns a name of `TOKENIZERS`. */
export function tokenizerFor(language: string): string {
  const [base = ''] = language.toLowerCase().split('-', 1);
  return BY_LANGUAGE.get(base) ?? '13a';
}
