/** The unit that is open: its details, its matches, and what the checks say of what is typed. */
import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { Address, Clash, ShownFinding, ShownMatch, UnitDetail, UnitRow } from '../../contract.ts';
import { go, place } from './address.ts';
import { announceFailure } from './announce.ts';
import { get, ofUnit, post } from './api.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { shown } from './list.ts';
import { language, loadedLanguage, rowId, rowOf } from './project.ts';
import { isEditorOpen } from './settings.ts';

export const address = computed<Address | undefined>(() => {
  const at = place.value;
  const tag = language.value;
  if (at?.namespace === undefined || at.key === undefined || tag === undefined) return undefined;
  return { language: tag, namespace: at.namespace, key: at.key };
});

export const currentId = computed(() => (address.value === undefined ? undefined : rowId(address.value)));
export const currentRow = computed<UnitRow | undefined>(() => {
  const isLoaded = loadedLanguage.value === address.value?.language;
  return currentId.value === undefined || !isLoaded ? undefined : rowOf(currentId.value);
});

export const detail = signal<UnitDetail | undefined>(undefined);
export const matches = signal<readonly ShownMatch[] | undefined>(undefined);
/** Of what is typed, where something is; else those of the target. */
export const liveFindings = signal<readonly ShownFinding[] | undefined>(undefined);
/** A decision that met another text than the one that it was made for. */
export const clash = signal<(Clash & { readonly mine: string; readonly base: string }) | undefined>(undefined);
/** Why the last decision on this unit was refused. */
export const refused = signal<string | undefined>(undefined);

export const draft = computed(() => (address.value === undefined ? undefined : draftOf(address.value)));
/** What stands in the editor. */
export const typed = computed(() => draft.value?.text ?? currentRow.value?.target ?? '');
export const isTyped = computed(
  () => draft.value !== undefined && draft.value.text !== (currentRow.value?.target ?? ''),
);
export const findings = computed(
  () => (isTyped.value ? liveFindings.value : undefined) ?? detail.value?.findings ?? [],
);

export function isSame(one: Address | undefined, other: Address | undefined): boolean {
  return one?.language === other?.language && one?.namespace === other?.namespace && one?.key === other?.key;
}

let asked = 0;

async function load(at: Address): Promise<void> {
  const own = ++asked;
  try {
    const found = await get('unit', ofUnit(at));
    if (own !== asked) return;
    detail.value = found;
    const alike = await get('matches', ofUnit(at));
    if (own === asked) matches.value = alike;
  } catch (error) {
    if (own === asked) announceFailure(error);
  }
}

let last: Address | undefined;
let lastRow: UnitRow | undefined;
effect(() => {
  const at = address.value;
  const row = currentRow.value;
  const isOther = !isSame(at, last);
  // The details change with the row; other rows are no reason to ask for them again.
  if (!isOther && row === lastRow) return;
  untracked(() => {
    last = at;
    lastRow = row;
    if (isOther) {
      batch(() => {
        detail.value = undefined;
        matches.value = undefined;
        liveFindings.value = undefined;
        clash.value = undefined;
        refused.value = undefined;
      });
    }
    if (at === undefined) asked++;
    else if (row !== undefined) void load(at);
  });
});

let judging: ReturnType<typeof setTimeout> | undefined;

/** Takes what was typed: kept as a draft at once, judged in a moment. */
export function type(text: string): void {
  const at = address.value;
  const row = currentRow.value;
  if (at === undefined || row === undefined) return;
  keepDraft(at, row, text);
  refused.value = undefined;
  clearTimeout(judging);
  judging = setTimeout(() => void judge(at, text), 200);
}

async function judge(at: Address, text: string): Promise<void> {
  try {
    const found = await post('judge', { address: at, target: text });
    if (isSame(at, address.value) && typed.value === text) liveFindings.value = found;
  } catch {
    // The checks of what is typed are a help: saving says what is wrong, and why nobody answers.
  }
}

// A draft that survived a reload is judged when its unit is opened.
effect(() => {
  const at = address.value;
  if (at === undefined || detail.value === undefined) return;
  untracked(() => {
    if (isTyped.value && liveFindings.value === undefined) void judge(at, typed.value);
  });
});

/** Opens a unit. */
export function open(id: string | undefined, intoEditor = false): void {
  const row = id === undefined ? undefined : rowOf(id);
  const tag = language.value;
  if (row === undefined || tag === undefined) return;
  go({ language: tag, namespace: row.namespace, key: row.key });
  if (intoEditor) isEditorOpen.value = true;
}

/**
 * Opens a neighbour in the list.
 * @param passes over units that it is not true of.
 * @returns whether there is one.
 */
export function step(by: 1 | -1, passes: (row: UnitRow, id: string) => boolean = () => true): boolean {
  const ids = shown.value;
  const from = currentId.value === undefined ? -1 : ids.indexOf(currentId.value);
  for (
    let index = from < 0 ? (by > 0 ? 0 : ids.length - 1) : from + by;
    index >= 0 && index < ids.length;
    index += by
  ) {
    const id = ids[index] ?? '';
    const row = rowOf(id);
    if (row !== undefined && passes(row, id)) {
      open(id);
      return true;
    }
  }
  return false;
}
