import type { SyntaxName } from '../../units/unit.ts';
import { REFUSES, type Check } from '../check.ts';
import { textOf } from '../finding.ts';

/** The beginning of a tag, a comment or a processing instruction, up to its end where it has one. */
const TAG = /<[a-z!/?][^<>]{0,80}>?/gi;

/** What the syntax of a bundle does not read as a tag, and a page does: comments, and a tag that has no end. */
const BESIDE_TAGS = /<[!?][^<>]{0,80}>?|<[a-z/][^<>]{0,80}$/gi;

const PATTERNS: Partial<Record<SyntaxName, RegExp>> = {
  plain: TAG,
  i18next: BESIDE_TAGS,
  icu: BESIDE_TAGS,
  'vue-i18n': BESIDE_TAGS,
  laravel: BESIDE_TAGS,
};

/**
 * Plain text (a title, a front-matter field, a `.txt`) cannot escape anything, and pages often show it as HTML: an engine
 * adds no tag to it. A bundle's values neither: their tags are codes, and what is beside them is looked at here. Other
 * syntaxes escape what is no markup of the source.
 */
export const markup: Check = {
  ...REFUSES,
  name: 'markup',
  description: 'text from an engine that nothing escapes has no tags that its source has not',
  retries: false,
  say: (parameters) => `has ${textOf(parameters, 'tag')}, which the source has not`,
  run({ syntax, source, target, person }) {
    const pattern = PATTERNS[syntax];
    if (pattern === undefined || person || !target.includes('<')) return [];
    const known: readonly string[] = source.match(pattern) ?? [];
    const found: readonly string[] = target.match(pattern) ?? [];
    // `<Enter>` may have become `<Intro>`: what counts is that there are more of them.
    if (found.length <= known.length) return [];
    const tag = found.find((one) => !known.includes(one)) ?? found[0] ?? '';
    return [{ parameters: { tag } }];
  },
};
