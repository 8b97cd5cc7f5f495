/** References of the project's own: what people wrote or approved, whose source is still the same. */
import { UsageError } from '../../project/errors.ts';
import type { Tell } from '../../project/report/run-event.ts';
import { termLookup, type Project } from '../../pipeline/see/project.ts';
import { readFile } from '../../pipeline/see/read-project.ts';
import { findSources, onlyFilter } from '../../pipeline/see/source/find-sources.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { wordsOf, type ReferenceText } from './texts.ts';

/** @throws UsageError where `only` names no file. */
export async function reviewedTexts(
  project: Project,
  languages: readonly string[] | undefined,
  only: string | undefined,
  tell: Tell,
): Promise<ReferenceText[]> {
  const { files, errors } = await findSources(project);
  for (const error of errors) tell({ kind: 'error', error });
  const isWanted = only === undefined ? () => true : await onlyFilter(files, only);
  if (only !== undefined && !files.some(isWanted)) throw new UsageError(`--only ${only} names no file of the sources.`);
  const lookup = await termLookup(project);
  const options = { redo: false, lookup: async () => lookup, formerNamespace: () => undefined, kept: () => [] };
  const texts: ReferenceText[] = [];
  for (const file of files.filter(isWanted)) {
    const reading = await readFile(project, file, options);
    for (const error of reading.errors) tell({ kind: 'error', error });
    if (reading.kind === 'failed') continue;
    const { source, languages: states } = reading.state;
    for (const { language, units } of states) {
      if (languages?.includes(language) === false) continue;
      for (const unit of units) {
        if (!isReviewed(unit)) continue;
        const { syntax } = unit.expected.source;
        const reference = wordsOf(syntax, unit.value);
        const draftOf = unit.line.origin === 'person' ? undefined : unit.line.origin;
        if (reference === '') continue;
        texts.push({
          language,
          reference,
          syntax,
          item: { source, language, unit },
          ...(draftOf === undefined ? {} : { draftOf }),
        });
      }
    }
  }
  return texts;
}

type Reviewed = UnitState & { readonly value: string; readonly line: NonNullable<UnitState['line']> };

function isReviewed(unit: UnitState): unit is Reviewed {
  const { line, value, expected, problems } = unit;
  const isApproved = line?.state === 'reviewed' || line?.state === 'final';
  const isCurrent = line?.source === expected.source.hash && line.previous === undefined && problems.length === 0;
  return isApproved && isCurrent && value !== undefined && line.origin !== 'source';
}
