import type { Inline } from '../../units/unit.ts';
import { WARNS, type Check, type CheckInput, type TextPair } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE, onTexts, type TextFault } from '../on-texts.ts';
import { CJK, ODD_SPACE } from '../traits.ts';

const ANY = -1;
const START = /^\s*/;
const END = /\s*$/;

/** Strings are glued together by programs: the space at an end is part of the text. Chinese and Japanese need none. */
export const edgeSpaces: Check = {
  ...WARNS,
  name: 'edge-spaces',
  description: 'a text begins and ends with white space where its source does, and only there',
  say(parameters) {
    const place = textOf(parameters, 'place') === 'end' ? 'ends' : 'begins';
    return textOf(parameters, 'fault') === 'extra'
      ? `${place} with white space, its source does not`
      : `${place} without the white space of its source`;
  },
  // In Markdown and HTML white space at an end is not shown. A target without any may lack it: all are looked at.
  run: (input) => (input.syntax === 'plain' || input.syntax === 'i18next' ? onTexts(input, ANY, find) : NONE),
};

function find(
  { source, target, sourceHas, targetHas }: TextPair,
  { sourceContent, targetContent }: CheckInput,
): readonly TextFault[] | undefined {
  if (((sourceHas | targetHas) & ODD_SPACE) === 0 || source === '') return undefined;
  const faults: TextFault[] = [];
  for (const place of ['start', 'end'] as const) {
    const pattern = place === 'start' ? START : END;
    const wanted = pattern.exec(source)?.[0] ?? '';
    const found = pattern.exec(target)?.[0] ?? '';
    if ((wanted === '') === (found === '')) continue;
    if (found === '' && (targetHas & CJK) !== 0) continue;
    // What an empty element is filled with stands at the end there: `<1></1>`.
    if (isEmptyAt(sourceContent, place) || isEmptyAt(targetContent, place)) continue;
    const start = place === 'start' ? 0 : target.length - found.length;
    faults.push({ parameters: { place, fault: found === '' ? 'missing' : 'extra' }, start, end: start + found.length });
  }
  return faults;
}

function isEmptyAt(content: readonly Inline[], place: 'start' | 'end'): boolean {
  const edge = content.at(place === 'start' ? 0 : -1);
  return edge?.type === 'pair' && (edge.children.length === 0 || isEmptyAt(edge.children, place));
}
