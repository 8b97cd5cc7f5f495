import { REFUSES, type Check } from '../check.ts';
import { textOf } from '../finding.ts';

/** The beginning of a tag, a comment or a processing instruction, up to its end where it has one. */
const TAG = /<[a-z!/?][^<>]{0,80}>?/gi;

/**
 * Plain text (a title, a front-matter field, a `.txt`) cannot escape anything, and pages often show it as HTML: an engine
 * adds no tag to it. Other syntaxes escape what is no markup of the source.
 */
export const markup: Check = {
  ...REFUSES,
  name: 'markup',
  description: 'plain text from an engine has no tags that its source has not',
  retries: false,
  say: (parameters) => `has ${textOf(parameters, 'tag')}, which the source has not`,
  run({ syntax, source, target, person }) {
    if (syntax !== 'plain' || person || !target.includes('<')) return [];
    const known: readonly string[] = source.match(TAG) ?? [];
    const found: readonly string[] = target.match(TAG) ?? [];
    // `<Enter>` may have become `<Intro>`: what counts is that there are more of them.
    if (found.length <= known.length) return [];
    const tag = found.find((one) => !known.includes(one)) ?? found[0] ?? '';
    return [{ parameters: { tag } }];
  },
};
