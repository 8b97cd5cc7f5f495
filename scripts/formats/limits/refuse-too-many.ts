import { SourceError } from '../../project/errors.ts';

/** Some kilobytes each, in every language: with more of them a run would end for want of memory. */
const MOST_TEXTS = 300_000;
/** What five seconds make a tree of. */
const MOST_ELEMENTS = 1_000_000;

/** @throws SourceError where a file has more texts than a run can hold */
export function refuseTooManyTexts(count: number): void {
  refuse(count, MOST_TEXTS, 'texts');
}

/** @throws SourceError where a tree has more elements than a run can hold */
export function refuseTooManyElements(count: number): void {
  refuse(count, MOST_ELEMENTS, 'elements');
}

function refuse(count: number, most: number, what: string): void {
  if (count <= most) return;
  throw new SourceError(`The file has more than ${most.toLocaleString('en')} ${what}.`, { remedy: 'Split it.' });
}
