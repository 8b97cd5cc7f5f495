import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';
import { foundTerms } from './found-terms.ts';

/** A deprecated form inside a longer accepted one is none. */
export const forbiddenTerms: Check = {
  ...WARNS,
  name: 'forbidden-terms',
  description: 'no form stands there that the glossary calls deprecated',
  say(parameters) {
    const instead = textOf(parameters, 'instead');
    return `"${textOf(parameters, 'found')}" is a deprecated term${instead === '' ? '' : `; use "${instead}"`}.`;
  },
  run(input) {
    if (!input.terms.some(({ deprecated }) => deprecated.length > 0)) return NONE;
    const found = foundTerms(input);
    return input.terms.flatMap((term) =>
      found.deprecated(term).map((surface) => {
        const at = input.targetWords.indexOf(surface);
        const [instead] = term.accepted;
        return {
          parameters: { found: surface, ...(instead === undefined ? {} : { instead }) },
          span: at < 0 ? undefined : input.spanOf(0, at, at + surface.length),
        };
      }),
    );
  },
};
