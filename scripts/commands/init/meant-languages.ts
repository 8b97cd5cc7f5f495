/** Languages that projects spell by the name of a country, and texts of no language at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Countries whose codes are no language's, by the language that is meant. */
const COUNTRIES: Readonly<Record<string, string>> = {
  cn: 'zh-CN',
  jp: 'ja',
  cz: 'cs',
  gr: 'el',
  ua: 'uk',
  vn: 'vi',
  dk: 'da',
};

/** Codes of other languages (Twi, Kanuri), by the script that tells that the country is meant. */
const BY_SCRIPT: Readonly<Record<string, readonly [meant: string, script: RegExp]>> = {
  tw: ['zh-TW', /\p{sc=Han}/gu],
  kr: ['ko', /\p{sc=Hangul}/gu],
};

const FEWEST_SIGNS = 20;

/** What Crowdin writes in place of texts, to show a page as it is translated. */
const IN_CONTEXT = /"crwdns\d+:/;

/** The language that a name means which is no language's. */
export function meantName(name: string): string | undefined {
  return COUNTRIES[name];
}

/**
 * @param samples a file of each language, by its name in the path.
 * @returns how the languages that are meant are spelt, and the names of those that are none.
 */
export function meantBy(
  root: string,
  samples: ReadonlyMap<string, string>,
): { readonly spelling: Readonly<Record<string, string>>; readonly leftOut: readonly string[] } {
  const spelling: Record<string, string> = {};
  const leftOut: string[] = [];
  for (const [name, file] of samples) {
    const [meant, script] = BY_SCRIPT[name] ?? [];
    const text = readFileSync(join(root, file), 'utf8');
    const country = COUNTRIES[name];
    if (IN_CONTEXT.test(text)) leftOut.push(name);
    else if (country !== undefined) spelling[country] = name;
    else if (meant !== undefined && script !== undefined && (text.match(script)?.length ?? 0) >= FEWEST_SIGNS)
      spelling[meant] = name;
  }
  return { spelling, leftOut };
}
