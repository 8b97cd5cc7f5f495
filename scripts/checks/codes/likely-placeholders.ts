import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';

/**
 * How other libraries write what is filled in, and what no setting covers: `:name` (Laravel), `@:key` (vue-i18n), `@name`,
 * `$name`, `#name#`, `!name!`, `~name~`, `%name`, `[user_name]`, `\(name)`, `{name|upper}`, `name()`.
 */
const LIKELY =
  /@(?:\.[a-z]+)?:\(?[\w.]+\)?|(?<![\p{L}\p{N}_:/.@&-]):[a-zA-Z_]\w*(?![\w:])|(?<![\p{L}\p{N}_$])\$[a-zA-Z_]\w*|(?<![\p{L}\p{N}_@.])@[a-z]\w*(?![\w.]*\.\w)|(?<!\w)([#!~|])[a-zA-Z_]\w*\1(?!\w)|(?<![\p{L}%])(?<!\p{N} ?)%[a-zA-Z_]\w*|\[[a-z]+(?:_[a-z0-9]+)+\]|\\\(\w+\)|\{[a-zA-Z_$][\w.$]*\s?[|:!,]\s?[^{}]{1,60}\}/gu;
/** Forms of a text by number, as vue-i18n parts them; where `{{x}}` is filled in, a bar is a sign between words. */
const BAR = / \| /g;

/** Of strings alone: documents have signs of their own. */
export const likelyPlaceholders: Check = {
  ...WARNS,
  name: 'likely-placeholders',
  description:
    'what looks like a placeholder that no setting covers (`:name`, `@:key`, `$name`, `a | b`) is as in the source',
  remedy: 'Correct the text there; "messages" or "placeholders" in l10n.config.json make it safe.',
  say: (parameters) => `lacks ${textOf(parameters, 'missing')}, which looks like a placeholder`,
  run({ kind, source, sourceWords, targetWords }) {
    if (kind !== 'value' || !/[:@$#!~|%[\\{]/.test(sourceWords)) return NONE;
    const missing = [...new Set(sourceWords.match(LIKELY))].filter((one) => !targetWords.includes(one));
    const isBarred = !/\{\{/.test(source);
    const bars =
      isBarred && (sourceWords.match(BAR)?.length ?? 0) !== (targetWords.match(BAR)?.length ?? 0) ? ['|'] : [];
    return [...missing, ...bars].map((one) => ({ parameters: { missing: one } }));
  },
};
