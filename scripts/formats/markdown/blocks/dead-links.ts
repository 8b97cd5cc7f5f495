import { percentDecoded } from '../../../project/text/percent-decoded.ts';
import type { Blocks } from './block-unit.ts';

const LINK = /(?:^|\u0001)link:#([^\s\u0001]+)/g;

/**
 * Links of a page to its own headings whose ids are made of their words: a translation has other words. One warning a file.
 * @param ids of the headings, in their order; making them costs time
 */
export function deadLinks(
  { units, headings }: Pick<Blocks, 'units' | 'headings'>,
  ids: () => readonly string[],
): Blocks['warnings'] {
  if (!units.some(({ survey }) => survey.codes.includes('link:#'))) return [];
  const made = new Set(
    ids().filter((_, index) => headings[index]?.id === undefined && headings[index]?.unit !== undefined),
  );
  const found = units.flatMap(({ survey, region }) =>
    [...survey.codes.matchAll(LINK)]
      .map(([, fragment = '']) => percentDecoded(fragment))
      .filter((fragment) => made.has(fragment))
      .map((fragment) => ({ fragment, offset: region.start })),
  );
  const [first] = found;
  if (first === undefined) return [];
  const several = found.length > 1 ? `${found.length} links lead to headings` : 'A link leads to a heading';
  const message = `${several} whose id is made of its words (#${first.fragment}): in a translation it leads nowhere. Give headings ids, or set "flavour" or "headingIds".`;
  return [{ offset: first.offset, message }];
}
