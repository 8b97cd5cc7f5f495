/** What a person has chosen, remembered by their browser. */
import { effect, signal } from '@preact/signals';

function remembered<Value extends string>(name: string, values: readonly Value[], first: Value) {
  const stored = localStorage.getItem(`glossa.${name}`);
  const chosen = signal<Value>(values.find((value) => value === stored) ?? first);
  effect(() => localStorage.setItem(`glossa.${name}`, chosen.value));
  return chosen;
}

export const theme = remembered('theme', ['system', 'light', 'dark'], 'system');
export const view = remembered('view', ['list', 'article'], 'list');
export const order = remembered('order', ['work', 'document'], 'work');

/** The language that was shown last: its units are asked for before the project is known. */
export const lastLanguage = signal(localStorage.getItem('glossa.language') ?? undefined);

export const myName = signal(localStorage.getItem('glossa.name') ?? '');
effect(() => localStorage.setItem('glossa.name', myName.value));

/** This page among all that are open; the same after a reload. */
export const myId = sessionStorage.getItem('glossa.id') ?? freshId();

function freshId(): string {
  const id = [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(36)).join('');
  sessionStorage.setItem('glossa.id', id);
  return id;
}

effect(() => {
  const { style } = document.documentElement;
  style.colorScheme = theme.value === 'system' ? 'light dark' : theme.value;
});

/** A narrow screen shows one column at a time. */
const narrow = matchMedia('(max-width: 799px)');
export const isNarrow = signal(narrow.matches);
narrow.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});

/** The left column as a drawer, where it has no room of its own. */
export const isDrawerOpen = signal(false);
/** On a narrow screen: the editor in place of the list. */
export const isEditorOpen = signal(false);
