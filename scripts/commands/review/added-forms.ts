/** Forms and values that people added to a bundle, in a review: they have no source of their own, only the unit they belong to. */
import type { ReviewEntry } from '../../review/request.ts';
import { exactHash } from '../../project/hash.ts';
import { printScalar } from '../../project/json-number.ts';
import type { SourceState } from '../../pipeline/see/source/read-source.ts';
import type { AddedForm } from '../../pipeline/see/target/added-form.ts';
import { literalHash } from '../../pipeline/see/target/own-literal.ts';
import type { ReviewEvent } from './event.ts';

/** What a decision must name. */
export function versionOfForm({ entry, line, unit }: AddedForm): string {
  return exactHash(JSON.stringify([unit?.value ?? line.source, entry.raw ?? entry.value]));
}

export function entryOfForm(language: string, namespace: string, { entry, line, unit }: AddedForm): ReviewEntry {
  return {
    language,
    namespace,
    key: line.key,
    state: line.state,
    origin: line.origin,
    source: unit?.value ?? '',
    target: entry.raw ?? String(entry.value),
    stale: line.stale === true,
    previous: line.previous,
    suggestion: undefined,
    findings: [],
    waived: [],
    note: line.note,
  };
}

/**
 * A form after a decision: approved, or kept as it is for the source as it is.
 * @returns why not, for all else: its text is changed in its bundle, and taken away there.
 */
export function decideForm(
  form: AddedForm,
  change: ReviewEvent | { readonly verb: 'restore' },
  { literals }: Pick<SourceState, 'literals'>,
): AddedForm | string {
  const { line, unit } = form;
  const literal = literals.find(({ path }) => path.join('.') === line.key);
  const source = unit?.hash ?? (literal === undefined ? line.source : literalHash(printScalar(literal.value)));
  const settled = { ...line, source, stale: undefined, previous: undefined };
  if (change.verb === 'approve' && change.target === undefined)
    return { ...form, line: { ...settled, state: change.state, note: undefined } };
  if (change.verb === 'dismiss') return { ...form, line: settled };
  return 'is a form that a person added: change it, or remove it, in its bundle';
}
