/**
 * eld's tables of n-grams, read as data. The package has them as a program of 950 KB, and V8 takes 86 MB and 150 ms to
 * compile that; read as text, and of the project's languages alone, they take 22 MB and 60 ms.
 */
import { readFileSync } from 'node:fs';
import type eld from 'eld';

export interface Detector extends Pick<typeof eld, 'detect'> {
  /** Those of the languages asked for that eld knows (ISO 639-1). */
  readonly known: readonly string[];
}

/** What the package's entries do with their tables (its `src/entries`); version 2.1.0, pinned. */
type CreateEld = () => { readonly instance: typeof eld; readonly loadData: (data: Tables) => void };

interface Tables {
  readonly type: string;
  /** ISO 639-1 codes by number. */
  readonly languages: Readonly<Record<string, string>>;
  /** How much an n-gram speaks for a language, by the language's number. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * Loads eld, but for its tables.
 * @returns makes a detector that tells the given languages (ISO 639-1) from one another, or all 60 that eld knows: 40 ms and
 *   10 MB, or 65 ms and 30 MB.
 */
export async function loadDetectors(): Promise<(languages?: readonly string[]) => Detector> {
  const home = new URL('../', import.meta.resolve('eld'));
  const text = readFileSync(new URL('ngrams/extrasmall.js', home), 'utf8');
  const { createEld }: { createEld: CreateEld } = await import(new URL('languageDetector.js', home).href);
  return (languages) => {
    const { instance, loadData } = createEld();
    loadData(readTables(text, languages));
    const known = languages === undefined ? [] : Object.values(instance.setLanguageSubset([...languages]));
    return { detect: instance.detect, known };
  };
}

function readTables(text: string, wanted: readonly string[] | undefined): Tables {
  const start = text.indexOf('ngrams:{') + 'ngrams:{'.length;
  const codes = [...text.slice(0, start).matchAll(/(\d+):'(\w+)'/g)].map(
    ([, number = '', code = '']): [string, string] => [number, code],
  );
  const languages: Record<string, string> = Object.fromEntries(codes);
  const numbers = codes.flatMap(([number, code]) => ((wanted?.includes(code) ?? true) ? [number] : []));
  const ngrams: Record<string, Record<string, number>> = {};
  // Entries are like `'key':{0:65,17:80}`. Looked for are the scores of the languages wanted, not the entries: one in eight
  // has any.
  const score = new RegExp(`(?<=[{,])(${numbers.join('|')}):(\\d+)`, 'g');
  score.lastIndex = start;
  let end = start;
  let scores: Record<string, number> = {};
  for (let found = score.exec(text); found !== null && numbers.length > 0; found = score.exec(text)) {
    if (found.index >= end) {
      scores = {};
      ngrams[keyBefore(text, text.lastIndexOf('{', found.index) - 1)] = scores;
      end = text.indexOf('}', found.index);
    }
    scores[found[1] ?? ''] = Number(found[2]);
  }
  return { type: 'XS60', languages, ngrams };
}

/** @param colon where the key ends, which has quotes unless it is a name. */
function keyBefore(text: string, colon: number): string {
  const quote = text[colon - 1] ?? '';
  const isQuoted = quote === "'" || quote === '"';
  const opens = isQuoted ? (at: number) => text[at] === quote && text[at - 1] !== '\\' : isBetween;
  let at = colon - (isQuoted ? 2 : 1);
  while (!opens(at)) at--;
  const key = text.slice(at + 1, isQuoted ? colon - 1 : colon);
  return key.includes('\\') ? key.replace(/\\(.)/g, '$1') : key;

  function isBetween(place: number): boolean {
    return text[place] === ',' || text[place] === '{';
  }
}
