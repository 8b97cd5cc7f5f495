import type { Check } from './check.ts';
import { textOf } from './finding.ts';

/** Rule 5: placeholders, tags, links and code come back exactly, or the result is not written. */
export const codes: Check = {
  name: 'codes',
  description: 'placeholders, tags, links, images and code are the same as in the source',
  severity: 'error',
  refuses: true,
  retries: true,
  offline: true,
  remedy: 'Correct the text there.',
  say(parameters) {
    const lost = textOf(parameters, 'missing');
    return lost !== '' ? `lacks ${lost}` : `has ${textOf(parameters, 'extra')}, which the source has not`;
  },
  run({ codes: { missing, extra } }) {
    return [
      ...missing.map((signature) => ({ parameters: { missing: signature } })),
      ...extra.map((signature) => ({ parameters: { extra: signature } })),
    ];
  },
};
