/** What a run has taken over, found missing and left where it was, told of each file and language. */
import type { Place } from '../../../project/layout/layout.ts';
import type { Tell } from '../../../project/report/run-event.ts';
import { isBlank } from './first-sight.ts';
import { describes } from './left-over.ts';
import { isProtected } from './record-lines.ts';
import type { LanguageState } from './see-language.ts';

/** Tells what there is to tell of a file in a language. */
export function tellFirstSight(tell: Tell, file: Place, state: LanguageState): void {
  const { language, units, extra, orphans, noTranslations, recordText, bundle, rendered } = state;
  const known = new Set(units.map(({ expected }) => expected.key));
  const keys = orphans.filter((key) => !describes(key, known) && !isEmptyGroup(key, state));
  if (keys.length > 0) tell({ kind: 'orphan-keys', orphans: { file: file.bundle(language), language, keys } });
  const { blank, equal } = noTranslations;
  const isThere = bundle.text !== '' || rendered.text !== undefined;
  if (!isThere || (recordText !== undefined && blank.length === 0 && equal.length === 0)) return;
  const people = units.filter(({ line, value }) => value !== undefined && line !== undefined && isProtected(line));
  const sight = {
    file: rendered.text === undefined ? file.bundle(language) : rendered.file,
    language,
    people: recordText === undefined ? people.length + extra.length : 0,
    missing: units.filter(({ value }) => value === undefined).length,
    stale: people.filter(({ line, expected }) => line?.source !== expected.source.hash).length,
    blank,
    equal,
  };
  tell({ kind: 'first-sight', sight });
}

/** `{}`, null or a blank where the source has a group: nothing of it is translated yet. */
function isEmptyGroup(key: string, { bundle, units }: LanguageState): boolean {
  const { value = '' } = bundle.entries.get(key) ?? {};
  const isNothing = value === null || (typeof value === 'string' && isBlank(value));
  return isNothing && units.some(({ expected }) => expected.key.startsWith(`${key}.`));
}
