/** The gate's verdict on what bundles hold beside the translations of units: copies of the source's, and people's additions. */
import type { FileState } from '../../pipeline/see/read-project.ts';
import { editedSnapshot } from '../../pipeline/see/source/edited-snapshot.ts';
import type { LanguageState } from '../../pipeline/see/target/see-language.ts';
import type { Fault } from './fault.ts';

type Source = FileState['source'];

/** A source bundle is i18next's fallback, and what the next run compares the source with. */
export function snapshotFaults(state: FileState): Fault[] {
  const { source, languages } = state;
  const { language, file } = source;
  const about = {
    kind: 'unrecorded',
    severity: 'error',
    file: source.disk.snapshot(language),
    language,
    namespace: file.namespace,
  } as const;
  const isKnown = languages.some(({ record }) => record.lines.length > 0);
  if (isKnown && source.snapshot.entries.size === 0 && source.units.length > 0)
    return [{ ...about, message: 'the source bundle is missing: restore it from git, or run translate' }];
  const message = `is not what ${file.path} says: correct it there, and run translate`;
  return editedSnapshot(state).map((key) => ({ ...about, key, message }));
}

/** Copies that are not the source's, and people's forms and values whose source has changed since. */
export function addedFaults({ file, disk }: Source, { language, extra, literals, record }: LanguageState): Fault[] {
  const about = { file: disk.bundle(language), language, namespace: file.namespace } as const;
  const faults: Fault[] = [];
  const tell = (kind: Fault['kind'], severity: Fault['severity'], key: string, message: string): void => {
    faults.push({ ...about, kind, severity, key, message });
  };
  for (const { line, unit, isEdited } of extra) {
    const { key, stale } = line;
    if (unit === undefined && isEdited)
      tell('unrecorded', 'error', key, 'was changed by hand: run translate to keep it');
    if (stale !== true) continue;
    if (unit === undefined) tell('stale', 'warning', key, `the source has another value now; a person’s stands here`);
    else tell('stale', 'error', key, `${unit.key}, which it is a form of, has changed in the source since: ${SETTLE}`);
  }
  if (record.lines.length === 0) return faults;
  for (const key of literals.missing)
    tell('missing', 'error', key, 'is copied from the source, and is not here: run translate');
  for (const key of literals.outdated) tell('stale', 'error', key, 'the source has another value now: run translate');
  return faults;
}

const SETTLE = 'change the text here, or take it as right with review approve';
