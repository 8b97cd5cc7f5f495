/** One unit through its history: the draft that a machine made of it, and the text that a person approved. */

/** A unit as one commit has it. */
export interface UnitThen {
  /** Hash of the source that the target belongs to. */
  readonly source: string;
  readonly state: string;
  readonly origin: string | undefined;
  readonly value: string;
  /** Whether the value is the one that Glossa recorded: else a person has changed it since. */
  readonly isRecorded: boolean;
  readonly month: string;
}

export interface Effort {
  /** Engine, or `memory`. */
  readonly engine: string;
  readonly draft: string;
  readonly approved: string;
  /** When it was approved first. */
  readonly month: string;
}

export interface UnitHistory {
  source: string;
  draft: { readonly engine: string; readonly value: string } | undefined;
  approved: { value: string; readonly month: string } | undefined;
  /** Edited by a person and not approved by anybody yet. */
  isOpen: boolean;
}

/**
 * Moves a unit on by one commit. The draft is machine text as it was first committed, until a machine makes another one or the
 * source changes; the approved text is the last one that a person stood by with this source.
 * @returns the unit, and what it adds up to where another source begins.
 */
export function follow(
  unit: UnitHistory | undefined,
  then: UnitThen,
): { readonly unit: UnitHistory; readonly done: Effort | undefined } {
  const isSame = unit?.source === then.source;
  const next: UnitHistory = isSame
    ? unit
    : { source: then.source, draft: undefined, approved: undefined, isOpen: false };
  const isApproved = then.state === 'reviewed' || then.state === 'final';
  const isMachine = then.origin !== undefined && then.origin !== 'person' && then.origin !== 'source';
  if (isApproved) {
    next.approved = { value: then.value, month: next.approved?.month ?? then.month };
    next.isOpen = false;
  } else if (isMachine && then.isRecorded) {
    if (next.approved === undefined) next.draft = { engine: then.origin, value: then.value };
  } else next.isOpen = next.approved === undefined && next.draft !== undefined;
  return { unit: next, done: isSame ? undefined : effortOf(unit) };
}

/** @returns undefined where there was no draft, or nobody has approved it. */
export function effortOf(unit: UnitHistory | undefined): Effort | undefined {
  if (unit?.draft === undefined || unit.approved === undefined) return undefined;
  const { engine, value: draft } = unit.draft;
  return { engine, draft, approved: unit.approved.value, month: unit.approved.month };
}
