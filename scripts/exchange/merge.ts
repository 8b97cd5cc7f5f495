/**
 * What becomes of a text that comes back, whatever the format: compared are what it said when it went out (`base`), what
 * the project says now (`ours`) and what the file says (`theirs`), each as a hash of what the text says.
 */
import type { State } from '../units/unit.ts';
import type { Fingerprint } from './fingerprint.ts';

/**
 * `untouched`: nobody changed it there. `there`: the project says the same already. `taken`: a person's edit. `conflict`:
 * both sides changed it. `equal`: it is the source's text, which tools copy. `emptied`: no edit, as tools drop targets.
 */
export type TextVerdict = 'untouched' | 'there' | 'taken' | 'conflict' | 'equal' | 'emptied';

export interface Sides {
  /** undefined: the file does not say what went out. */
  readonly base: Pick<Fingerprint, 'target'> | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  readonly source: string;
  /** A person's text: a machine draft that nobody approved gives way to a person's. */
  readonly isOursProtected: boolean;
}

export function mergeText({ base, ours, theirs, source, isOursProtected }: Sides): TextVerdict {
  if (theirs === undefined) return (base === undefined ? ours : base.target) === undefined ? 'untouched' : 'emptied';
  if (base !== undefined && theirs === base.target) return 'untouched';
  if (theirs === ours) return 'there';
  if (theirs === source) return 'equal';
  if (base !== undefined && ours !== base.target && isOursProtected) return 'conflict';
  return 'taken';
}

/**
 * What a changed state asks for: `approve`, `take back` an approval, `keep`: the old text is right for the new source;
 * `stay`: an approved text was edited, and nobody says that it is not approved any more.
 */
export type StateVerdict = 'none' | 'approve' | 'take back' | 'keep' | 'stay';

export interface StateSides {
  readonly base: Pick<Fingerprint, 'state' | 'isStale'>;
  readonly theirs: State | undefined;
  /** Whether the text itself was edited there. */
  readonly isEdited: boolean;
}

/** A state that was left as it went out says nothing of an edit; one that is missing says nothing at all. */
export function mergeState({ base, theirs, isEdited }: StateSides): StateVerdict {
  const isApproval = (state: State): boolean => state === 'reviewed' || state === 'final';
  if (theirs === undefined || theirs === base.state) return isEdited && isApproval(base.state) ? 'stay' : 'none';
  if (isApproval(theirs) && (!isApproval(base.state) || theirs === 'final')) return 'approve';
  if (isEdited) return 'none';
  if (base.isStale) return theirs === 'initial' ? 'none' : 'keep';
  return isApproval(base.state) && !isApproval(theirs) ? 'take back' : 'none';
}
