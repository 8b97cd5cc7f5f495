/** How the strings of a project are written, by its packages and by the strings themselves. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasSelectors } from '../../formats/icu/has-selectors.ts';
import type { MessageStyle } from '../../project/reading.ts';

export interface StringSettings {
  readonly messages?: Exclude<MessageStyle, 'i18next'>;
  readonly emptyIsKey?: true;
}

const BY_PACKAGE: readonly (readonly [RegExp, Exclude<MessageStyle, 'i18next'>])[] = [
  [
    /^(?:i18next-icu|next-intl|use-intl|react-intl|@formatjs\/|intl-messageformat|@tolgee\/|svelte-i18n|@lingui\/)/,
    'icu',
  ],
  [/^(?:vue-i18n|@intlify\/|@nuxtjs\/i18n|nuxt-i18n)/, 'vue-i18n'],
];

/** Of the values of a file of natural keys so many are empty. */
const MOSTLY = 0.5;

/**
 * @param packages names of what the project depends on.
 * @param sources files of the source language.
 */
export function stringSettings(root: string, packages: readonly string[], sources: readonly string[]): StringSettings {
  const texts = sources
    .filter((file) => existsSync(join(root, file)))
    .map((file) => readFileSync(join(root, file), 'utf8'));
  const byPackage = BY_PACKAGE.find(([pattern]) => packages.some((name) => pattern.test(name)))?.[1];
  const isLaravel = existsSync(join(root, 'artisan')) || packages.includes('laravel/framework');
  const isIcu = !packages.some((name) => /i18next/.test(name)) && texts.some(hasSelectors);
  const messages = byPackage ?? (isLaravel ? 'laravel' : isIcu ? 'icu' : undefined);
  const all = texts.reduce((sum, text) => sum + (text.match(/":\s*"/g)?.length ?? 0), 0);
  const empty = texts.reduce((sum, text) => sum + (text.match(/":\s*""/g)?.length ?? 0), 0);
  return {
    ...(messages === undefined ? {} : { messages }),
    ...(empty > all * MOSTLY ? { emptyIsKey: true } : {}),
  };
}
