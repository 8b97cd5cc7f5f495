/** What an exported text said when it went out: with it an import tells people's edits from what changed at home. */
import { STATES, type State } from '../units/unit.ts';

export interface Fingerprint {
  /** Hash of the whole unit's source. */
  readonly source: string;
  /** Hash of the text's target; undefined where it had none. */
  readonly target: string | undefined;
  /** As the file said it. */
  readonly state: State;
  /** Its source had changed since it was translated. */
  readonly isStale: boolean;
}

const NONE = '-';
const PATTERN = /^([\w-]{16})\.(-|[\w-]{16})\.(initial|translated|reviewed|final)(\.stale)?$/;

export function printFingerprint({ source, target, state, isStale }: Fingerprint): string {
  return `${source}.${target ?? NONE}.${state}${isStale ? '.stale' : ''}`;
}

/** @returns undefined for anything that is none. */
export function readFingerprint(text: string | undefined): Fingerprint | undefined {
  const [, source, target, word, stale] = PATTERN.exec(text ?? '') ?? [];
  const state = STATES.find((one) => one === word);
  if (source === undefined || state === undefined) return undefined;
  return { source, target: target === NONE ? undefined : target, state, isStale: stale !== undefined };
}
