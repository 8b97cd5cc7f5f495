/** What a person decides: sent, taken over into the list, told, and undone. */
import type { Decision, Outcome, UnitRow, Verb } from '../../contract.ts';
import { needsWork } from '../../order.ts';
import { announce, announceFailure } from './announce.ts';
import { decide, post } from './api.ts';
import { address, clash, currentId, currentRow, draft, isTyped, open, refused, step, typed } from './current.ts';
import { draftOf, dropDraft, rebaseDraft } from './drafts.ts';
import { counts, selection, shown } from './list.ts';
import { openedBy } from './people.ts';
import { language, rowId, rowOf, takeRows } from './project.ts';
import { myId } from './settings.ts';

export type Details = Pick<Decision, 'final' | 'check' | 'reason' | 'note'>;

const DONE: Readonly<Record<Verb, string>> = {
  save: 'Saved',
  approve: 'Approved',
  reject: 'Rejected',
  accept: 'Suggestion taken',
  dismiss: 'Suggestion dismissed',
  waive: 'Finding dismissed',
};

let isBusy = false;

/** Decides on the unit that is open; what is typed goes with save and approve. @returns whether it was done. */
export async function decideCurrent(verb: Verb, details: Details = {}): Promise<boolean> {
  const at = address.value;
  const row = currentRow.value;
  if (at === undefined || row === undefined || isBusy) return false;
  const takesText = verb === 'save' || verb === 'approve';
  if (verb === 'save' && !isTyped.value) {
    announce('Nothing was changed.');
    return false;
  }
  const own = takesText && isTyped.value ? { target: typed.value } : {};
  const version = (takesText ? draft.value?.version : undefined) ?? row.version;
  const unit = { namespace: at.namespace, key: at.key, version, ...own };
  isBusy = true;
  try {
    const outcome = await decide({ verb, language: at.language, units: [unit], ...details }, myId);
    const [met] = outcome.clashes;
    if (met !== undefined) {
      takeRows(at.language, [met.row]);
      clash.value = { ...met, mine: own.target ?? row.target ?? '', base: draft.value?.base ?? row.target ?? '' };
      announce('This text was changed meanwhile. Both are shown; nothing was overwritten.', 'bad');
      return false;
    }
    const [fault] = outcome.refused;
    if (fault !== undefined) {
      refused.value = fault.reason;
      announce(`Not done: ${fault.reason}`, 'bad');
      return false;
    }
    // What was typed while the answer was on its way stays.
    if (takesText && (own.target === undefined || draft.value?.text === own.target)) dropDraft(at);
    if (verb === 'accept') dropDraft(at);
    clash.value = undefined;
    refused.value = undefined;
    takeRows(at.language, outcome.done);
    announce(`${DONE[verb]}. ${left()}`, 'good', UNDO);
    return true;
  } catch (error) {
    announceFailure(error);
    return false;
  } finally {
    isBusy = false;
  }
}

function left(): string {
  const count = counts.value['work'] ?? 0;
  return count === 0 ? 'Nothing is left.' : `${count} left.`;
}

/** The next unit that waits for a person, and that nobody else has open. */
export function nextWork(by: 1 | -1 = 1): void {
  const isFree = (row: UnitRow, id: string): boolean => needsWork(row) && !openedBy.value.has(id);
  if (!step(by, isFree)) announce(by > 0 ? 'No more work below.' : 'No more work above.');
}

export async function decideAndNext(verb: Verb, details: Details = {}): Promise<void> {
  const before = currentId.value;
  if (!(await decideCurrent(verb, details)) || before !== currentId.value) return;
  if (!step(1, (_row, id) => !openedBy.value.has(id)))
    announce(`${DONE[verb]}. This was the last one of the list. ${left()}`, 'good', UNDO);
}

/** Decides on several. What is typed in them goes with an approval. */
export async function decideMany(
  verb: Verb,
  ids: readonly string[],
  details: Details = {},
): Promise<Outcome | undefined> {
  const tag = language.value;
  if (tag === undefined) return undefined;
  const units = ids.flatMap((id) => {
    const row = rowOf(id);
    if (row === undefined) return [];
    const { namespace, key, version } = row;
    const own = verb === 'approve' ? draftOf({ language: tag, namespace, key }) : undefined;
    return [{ namespace, key, version: own?.version ?? version, ...(own === undefined ? {} : { target: own.text }) }];
  });
  const outcome = await sendMany({ verb, language: tag, units, ...details });
  if (verb === 'approve')
    for (const { namespace, key } of outcome?.done ?? []) dropDraft({ language: tag, namespace, key });
  return outcome;
}

export async function sendMany(decision: Decision): Promise<Outcome | undefined> {
  try {
    const outcome = await decide(decision, myId);
    takeRows(decision.language, [...outcome.done, ...outcome.clashes.map(({ row }) => row)]);
    const { done, clashes, refused: faults } = outcome;
    const rest = [
      clashes.length === 0 ? '' : ` ${clashes.length} changed meanwhile and left alone.`,
      faults.length === 0 ? '' : ` ${faults.length} left out: ${faults[0]?.reason ?? ''}.`,
    ].join('');
    const title = done.length === 1 ? '1 unit' : `${done.length} units`;
    announce(`${DONE[decision.verb]}: ${title}.${rest} ${left()}`, rest === '' ? 'good' : 'plain', UNDO);
    selection.value = new Set();
    return outcome;
  } catch (error) {
    announceFailure(error);
    return undefined;
  }
}

/** Takes this page's last decision back. */
export async function undo(): Promise<void> {
  try {
    const outcome = await post('undo', { by: myId });
    if (outcome === null) return announce('There is nothing to undo.');
    takeRows(outcome.language, outcome.done);
    const [first] = outcome.done;
    if (outcome.language === language.value && first !== undefined && shown.value.includes(rowId(first)))
      open(rowId(first));
    const changed = outcome.clashes.length === 0 ? '' : ` ${outcome.clashes.length} changed since and left alone.`;
    announce(`Undone: ${outcome.title}.${changed}`, 'good');
  } catch (error) {
    announceFailure(error);
  }
}

const UNDO = { title: 'Undo', run: () => void undo() };

/** After a clash: what is typed is meant for the text as it is now. */
export function keepMine(): void {
  const at = address.value;
  const met = clash.value;
  if (at === undefined || met === undefined) return;
  rebaseDraft(at, met.row, met.mine);
  clash.value = undefined;
}

/** After a clash: the other text stays. */
export function takeTheirs(): void {
  if (address.value !== undefined) dropDraft(address.value);
  clash.value = undefined;
}
