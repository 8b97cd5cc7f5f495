import { percentDecoded } from '../../project/text/percent-decoded.ts';
import type { CodeKind } from '../../units/unit.ts';
import { WARNS, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';
import { addressOf, anchorOf, withoutPlace } from './address.ts';
import { codeFaults } from './code-faults.ts';

const KINDS: ReadonlySet<CodeKind> = new Set(['link']);

/** A link to a place in a page, changed by a person: the place must be there. A machine's is held by `links`. */
export const anchors: Check = {
  ...WARNS,
  name: 'anchors',
  description: 'a link to a place in a page leads to a place that is there',
  remedy: 'Correct the place behind # there, or take it as it is with review approve.',
  say: (parameters) =>
    `leads to #${textOf(parameters, 'found')} where the source leads to #${textOf(parameters, 'wanted')}`,
  run(input) {
    if (!input.person) return NONE;
    const faults = codeFaults(input, KINDS);
    if (faults.length < 2) return NONE;
    const pages = new Map<string, string>();
    const page = (signature: string): string =>
      withoutPlace(addressOf(signature), input.sourceLanguage, input.targetLanguage);
    for (const { side, signature } of faults) {
      const anchor = anchorOf(addressOf(signature));
      if (side === 'missing' && anchor !== undefined) pages.set(page(signature), anchor);
    }
    return faults.flatMap(({ side, signature }) => {
      const found = anchorOf(addressOf(signature));
      const wanted = pages.get(page(signature));
      if (side === 'missing' || found === undefined || wanted === undefined || found === wanted) return [];
      const [leadsTo = ''] = addressOf(signature).split('#', 1);
      const isThere = input.places?.(leadsTo)?.has(percentDecoded(found));
      return isThere === true ? [] : [{ parameters: { found, wanted } }];
    });
  },
};
