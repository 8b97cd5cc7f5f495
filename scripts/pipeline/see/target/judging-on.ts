/** What judging needs of the page that units are of. */
import type { JudgeOptions } from '../../../checks/check.ts';
import { placesIn } from '../../../formats/links/places.ts';
import type { Configuration } from '../../../project/configuration.ts';

/** @param page the article's text, where there is one; seldom asked for. */
export function judgingOn(
  page: (() => string) | undefined,
  judging: JudgeOptions,
  { reading }: Pick<Configuration, 'reading'>,
): JudgeOptions {
  if (page === undefined) return judging;
  let places: ReadonlySet<string> | undefined;
  return { ...judging, places: () => (places ??= placesIn(page(), reading.flavour)) };
}
