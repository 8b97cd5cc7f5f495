/** What happened, told to everybody: on the screen for a while, and to screen readers. */
import { signal } from '@preact/signals';

export interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
  /** Something to do about it. */
  readonly action?: { readonly title: string; readonly run: () => void };
}

export const notice = signal<Notice | undefined>(undefined);
/** Read out by screen readers; also where nothing is shown. */
export const spoken = signal('');

let hiding: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string, tone: Notice['tone'] = 'plain', action?: Notice['action']): void {
  // The same sentence twice is read twice only if it differs.
  spoken.value = spoken.value === text ? `${text} ` : text;
  notice.value = { text, tone, ...(action === undefined ? {} : { action }) };
  clearTimeout(hiding);
  if (tone !== 'bad') hiding = setTimeout(hideNotice, 6000);
}

export function hideNotice(): void {
  notice.value = undefined;
}

/** Tells of a failure that something has thrown. */
export function announceFailure(error: unknown): void {
  announce(error instanceof Error ? error.message : String(error), 'bad');
}
