/** Everything that can be done with a key: the one table behind the keys, the palette and the help. */
import { announce } from './state/announce.ts';
import { decideAndNext, decideCurrent, nextWork, undo } from './state/actions.ts';
import { address, currentId, currentRow, detail, findings, matches, step, typed } from './state/current.ts';
import { listRevision, selection, shown, toggleSelected } from './state/list.ts';
import { language, project } from './state/project.ts';
import { isDrawerOpen, isEditorOpen, order, theme, view } from './state/settings.ts';
import { missingCodes } from './marks.ts';
import { dialog, openDialog } from './parts/dialog.tsx';
import { pickLanguage } from './parts/sidebar.tsx';
import { insertText, replaceText } from './parts/target-field.tsx';

export interface Command {
  readonly title: string;
  /** As `Ctrl+Shift+Enter`: Ctrl is also the Mac's command key. */
  readonly keys: readonly string[];
  /** Single letters work only while no text is typed. */
  readonly where: 'anywhere' | 'outside text';
  readonly group: 'Decide' | 'Move' | 'Write' | 'Look' | 'Several at once';
  readonly run: () => void;
}

const field = (): HTMLTextAreaElement | null => document.querySelector<HTMLTextAreaElement>('#target');

export function focusList(): void {
  isEditorOpen.value = false;
  const focus = (): void => document.querySelector<HTMLElement>('#units')?.focus();
  // At once, so that the next key is not written into the text; and again where the list was not to be seen.
  focus();
  requestAnimationFrame(focus);
}

export function focusEditor(): void {
  if (address.value === undefined) step(1);
  isEditorOpen.value = true;
  // The field may only now be drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => field()?.focus()));
}

function focusSearch(): void {
  view.value = 'list';
  isEditorOpen.value = false;
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#search')?.select());
}

let taken = -1;

/** @param index from 0. */
export function takeMatch(index: number): void {
  const match = matches.value?.[index];
  if (match === undefined) return announce(`There is no match ${index + 1}.`);
  taken = index;
  replaceText(field(), match.target);
  announce(`Match ${index + 1} taken, ${match.score} %.`);
}

function cycleMatches(): void {
  const count = matches.value?.length ?? 0;
  if (count === 0) announce('There is no match.');
  else takeMatch((taken + 1) % count);
}

function insertMissingCode(): void {
  const [code] = missingCodes(typed.value, detail.value?.codes ?? []);
  if (code === undefined) announce('No code is missing.');
  else insertText(field(), code);
}

function copySource(): void {
  if (currentRow.value !== undefined) replaceText(field(), currentRow.value.source);
}

/** @param index of what is shown and not yet dismissed, from 0. */
export function dismissFinding(index: number): void {
  const finding = findings.value.filter(({ waived }) => waived === undefined)[index];
  if (finding === undefined) announce(`There is no finding ${index + 1}.`);
  else openDialog('waive', finding.check);
}

function nextLanguage(by: 1 | -1): void {
  const tags = project.value?.languages.map(({ tag }) => tag) ?? [];
  const next = tags[(tags.indexOf(language.value ?? '') + by + tags.length) % tags.length];
  if (next !== undefined) pickLanguage(next);
}

function decideSelected(verb: string): void {
  if (selection.value.size === 0) announce('Nothing is selected. x selects the unit that is open.');
  else openDialog('bulk', verb);
}

const THEMES = ['system', 'light', 'dark'] as const;

export function nextTheme(): void {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
  announce(`Colours: ${theme.value === 'system' ? 'as the system' : theme.value}.`);
}

export function switchView(): void {
  view.value = view.value === 'list' ? 'article' : 'list';
}

const select = (): void => {
  if (currentId.value !== undefined) toggleSelected(currentId.value);
};

export const COMMANDS: readonly Command[] = [
  {
    title: 'Approve and go on',
    keys: ['Ctrl+Enter'],
    where: 'anywhere',
    group: 'Decide',
    run: () => void decideAndNext('approve'),
  },
  {
    title: 'Approve and stay',
    keys: ['Ctrl+Alt+Enter'],
    where: 'anywhere',
    group: 'Decide',
    run: () => void decideCurrent('approve'),
  },
  {
    title: 'Save without approving',
    keys: ['Ctrl+Shift+Enter'],
    where: 'anywhere',
    group: 'Decide',
    run: () => void decideCurrent('save'),
  },
  {
    title: 'Approve and go on',
    keys: ['a'],
    where: 'outside text',
    group: 'Decide',
    run: () => void decideAndNext('approve'),
  },
  {
    title: 'Approve as final and go on',
    keys: ['Shift+A'],
    where: 'outside text',
    group: 'Decide',
    run: () => void decideAndNext('approve', { final: true }),
  },
  {
    title: 'Reject, with a note',
    keys: ['r'],
    where: 'outside text',
    group: 'Decide',
    run: () => openDialog('reject'),
  },
  {
    title: 'Take the suggestion',
    keys: ['Alt+S'],
    where: 'anywhere',
    group: 'Decide',
    run: () => void decideCurrent('accept'),
  },
  {
    title: 'Dismiss the suggestion',
    keys: ['Alt+D'],
    where: 'anywhere',
    group: 'Decide',
    run: () => void decideCurrent('dismiss'),
  },
  {
    title: 'Undo the last decision',
    keys: ['u', 'Ctrl+Z'],
    where: 'outside text',
    group: 'Decide',
    run: () => void undo(),
  },
  { title: 'Next unit', keys: ['Alt+ArrowDown'], where: 'anywhere', group: 'Move', run: () => void step(1) },
  { title: 'Previous unit', keys: ['Alt+ArrowUp'], where: 'anywhere', group: 'Move', run: () => void step(-1) },
  {
    title: 'Next unit that needs work',
    keys: ['Alt+Shift+ArrowDown'],
    where: 'anywhere',
    group: 'Move',
    run: () => nextWork(1),
  },
  {
    title: 'Previous unit that needs work',
    keys: ['Alt+Shift+ArrowUp'],
    where: 'anywhere',
    group: 'Move',
    run: () => nextWork(-1),
  },
  { title: 'Next unit', keys: ['j'], where: 'outside text', group: 'Move', run: () => void step(1) },
  { title: 'Previous unit', keys: ['k'], where: 'outside text', group: 'Move', run: () => void step(-1) },
  { title: 'Write in the editor', keys: ['e'], where: 'outside text', group: 'Move', run: focusEditor },
  { title: 'Leave the editor', keys: ['Escape'], where: 'anywhere', group: 'Move', run: focusList },
  { title: 'Next language', keys: ['Alt+PageDown'], where: 'anywhere', group: 'Move', run: () => nextLanguage(1) },
  { title: 'Previous language', keys: ['Alt+PageUp'], where: 'anywhere', group: 'Move', run: () => nextLanguage(-1) },
  {
    title: 'Take the next match',
    keys: ['Ctrl+Shift+ArrowDown'],
    where: 'anywhere',
    group: 'Write',
    run: cycleMatches,
  },
  {
    title: 'Insert the next missing code',
    keys: ['Ctrl+,'],
    where: 'anywhere',
    group: 'Write',
    run: insertMissingCode,
  },
  { title: 'Copy the source', keys: ['Alt+C', 'Ctrl+Insert'], where: 'anywhere', group: 'Write', run: copySource },
  { title: 'Filter the list', keys: ['/'], where: 'outside text', group: 'Look', run: focusSearch },
  {
    title: 'Search in all languages',
    keys: ['Ctrl+Shift+F'],
    where: 'anywhere',
    group: 'Look',
    run: () => openDialog('search'),
  },
  {
    title: 'Find and replace',
    keys: ['Ctrl+H'],
    where: 'anywhere',
    group: 'Several at once',
    run: () => openDialog('replace'),
  },
  { title: 'List or article', keys: ['v'], where: 'outside text', group: 'Look', run: switchView },
  {
    title: 'Languages, files and filters',
    keys: ['f'],
    where: 'outside text',
    group: 'Look',
    run: () => (isDrawerOpen.value = !isDrawerOpen.value),
  },
  {
    title: 'Order of work or of the document',
    keys: ['o'],
    where: 'outside text',
    group: 'Look',
    run: () => (order.value = order.value === 'work' ? 'document' : 'work'),
  },
  {
    title: 'Put the list in order anew',
    keys: ['.'],
    where: 'outside text',
    group: 'Look',
    run: () => void listRevision.value++,
  },
  { title: 'Light or dark', keys: [], where: 'anywhere', group: 'Look', run: nextTheme },
  {
    title: 'Everything that can be done',
    keys: ['Ctrl+K'],
    where: 'anywhere',
    group: 'Look',
    run: () => openDialog('palette'),
  },
  { title: 'Keys', keys: ['F1', '?'], where: 'outside text', group: 'Look', run: () => openDialog('help') },
  { title: 'Your name', keys: [], where: 'anywhere', group: 'Look', run: () => openDialog('name') },
  { title: 'Select, or no more', keys: ['x'], where: 'outside text', group: 'Several at once', run: select },
  {
    title: 'Select all of the list',
    keys: ['Ctrl+A'],
    where: 'outside text',
    group: 'Several at once',
    run: () => (selection.value = new Set(shown.value)),
  },
  {
    title: 'Select nothing',
    keys: ['Shift+X'],
    where: 'outside text',
    group: 'Several at once',
    run: () => (selection.value = new Set()),
  },
  {
    title: 'Approve what is selected',
    keys: [],
    where: 'anywhere',
    group: 'Several at once',
    run: () => decideSelected('approve'),
  },
  {
    title: 'Reject what is selected',
    keys: [],
    where: 'anywhere',
    group: 'Several at once',
    run: () => decideSelected('reject'),
  },
];

/** Keys that belong to more than one command: a match or a finding by its number. */
export const NUMBERED: readonly { readonly title: string; readonly keys: string }[] = [
  { title: 'Take match 1 to 9', keys: 'Ctrl+1…9' },
  { title: 'Dismiss finding n, with a reason', keys: 'Ctrl+I, then n' },
];

/** Whether a window is open, which has keys of its own. */
export function isDialogOpen(): boolean {
  return dialog.value !== undefined;
}
