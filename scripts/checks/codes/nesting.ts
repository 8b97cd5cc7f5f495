import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';

/** i18next's nesting of a plural form by its own name. */
const NESTED_FORM = /\$t\(\s*([^(),]*?(_ordinal)?_(zero|one|two|few|many|other))\s*[,)]/g;

/** `$t(item_one)` names a form that a language without it (Japanese) does not have: the reader sees the key. */
export const nesting: Check = {
  ...WARNS,
  name: 'nesting',
  description: 'a plural form that `$t()` names is one that the language has',
  remedy: 'Name the key without its form in the source and give it a count: $t(item, {"count": 1}).',
  say: (parameters) =>
    `$t(${textOf(parameters, 'key')}) names a form that ${textOf(parameters, 'language')} does not have`,
  run({ syntax, target, targetLanguage: language }) {
    if (syntax !== 'i18next' || !target.includes('$t(')) return NONE;
    return [...target.matchAll(NESTED_FORM)].flatMap(([, key = '', ordinal, category = '']) => {
      const type = ordinal === undefined ? 'cardinal' : 'ordinal';
      const has: readonly string[] = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
      // i18next asks for a cardinal `_zero` in every language.
      const isThere = has.includes(category) || (category === 'zero' && type === 'cardinal');
      return isThere ? [] : [{ parameters: { key, language } }];
    });
  },
};
