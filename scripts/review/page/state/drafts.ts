/** Texts typed and not saved: kept by unit, through moves and reloads, until they are saved or given up. */
import { signal } from '@preact/signals';
import type { Address, UnitRow } from '../../contract.ts';

export interface Draft {
  readonly text: string;
  /** The target that it began from, and the version that goes with it. */
  readonly base: string;
  readonly version: string;
}

const PREFIX = 'glossa.draft ';

/** Raised whenever a draft is made, changed or gone. */
export const draftsRevision = signal(0);

const drafts = new Map<string, Draft>();
for (const name of Object.keys(sessionStorage)) {
  if (!name.startsWith(PREFIX)) continue;
  const stored: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
  if (isDraft(stored)) drafts.set(name, stored);
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  return 'text' in value && 'base' in value && 'version' in value && typeof value.text === 'string';
}

function nameOf({ language, namespace, key }: Address): string {
  return `${PREFIX}${language}\n${namespace}\n${key}`;
}

export function draftOf(address: Address): Draft | undefined {
  void draftsRevision.value;
  return drafts.size === 0 ? undefined : drafts.get(nameOf(address));
}

function set(address: Address, draft: Draft): void {
  drafts.set(nameOf(address), draft);
  sessionStorage.setItem(nameOf(address), JSON.stringify(draft));
  draftsRevision.value++;
}

/** Keeps what is typed; what says the same as the target is no draft. */
export function keepDraft(address: Address, row: UnitRow, text: string): void {
  const begun = draftOf(address) ?? { base: row.target ?? '', version: row.version };
  if (text === begun.base && begun.version === row.version) return dropDraft(address);
  set(address, { text, base: begun.base, version: begun.version });
}

/** What is typed is now meant for the text as it stands: a clash was looked at. */
export function rebaseDraft(address: Address, row: UnitRow, text: string): void {
  set(address, { text, base: row.target ?? '', version: row.version });
}

export function dropDraft(address: Address): void {
  if (!drafts.delete(nameOf(address))) return;
  sessionStorage.removeItem(nameOf(address));
  draftsRevision.value++;
}
