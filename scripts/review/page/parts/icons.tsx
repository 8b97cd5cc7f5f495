/** Small pictures: the state of a unit has a shape as well as a colour. */
import type { ComponentChildren } from 'preact';
import type { UnitRow } from '../../contract.ts';

function Picture({ name, children, size = 16 }: { name: string; children: ComponentChildren; size?: number }) {
  return (
    <svg class={`icon ${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export type Status = 'missing' | 'error' | 'stale' | 'warning' | 'draft' | 'edited' | 'approved' | 'final';

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  missing: 'missing',
  error: 'has errors',
  stale: 'source changed',
  warning: 'has warnings',
  draft: 'draft',
  edited: 'edited',
  approved: 'approved',
  final: 'final',
};

export function statusOf(row: UnitRow): Status {
  if (row.target === null) return 'missing';
  if (row.errors > 0) return 'error';
  if (row.stale) return 'stale';
  if (row.state === 'final') return 'final';
  if (row.state === 'reviewed') return 'approved';
  if (row.origin === 'person') return 'edited';
  return row.warnings > 0 ? 'warning' : 'draft';
}

export function StatusIcon({ status }: { status: Status }) {
  const name = `status-${status}`;
  switch (status) {
    case 'missing':
      return (
        <Picture name={name}>
          <circle
            cx="8"
            cy="8"
            r="5.5"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-dasharray="2.2 2.1"
          />
        </Picture>
      );
    case 'error':
      return (
        <Picture name={name}>
          <path d="M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2z" fill="currentColor" />
          <path d="M8 4.8v4M8 11v.4" stroke="var(--surface)" stroke-width="1.7" stroke-linecap="round" />
        </Picture>
      );
    case 'stale':
      return (
        <Picture name={name}>
          <path
            d="M13.6 8A5.6 5.6 0 1 1 11.7 3.8"
            fill="none"
            stroke="currentColor"
            stroke-width="1.7"
            stroke-linecap="round"
          />
          <path
            d="M12.4 1.4v3.1H9.3"
            fill="none"
            stroke="currentColor"
            stroke-width="1.7"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
          <path
            d="M8 5.4V8l1.8 1.3"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </Picture>
      );
    case 'warning':
      return (
        <Picture name={name}>
          <path
            d="M8 2.2 14.4 13.4H1.6z"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-linejoin="round"
          />
          <path d="M8 6.6v3M8 11.4v.2" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
        </Picture>
      );
    case 'draft':
      return (
        <Picture name={name}>
          <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.8" />
        </Picture>
      );
    case 'edited':
      return (
        <Picture name={name}>
          <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.8" />
          <path d="M8 2.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor" />
        </Picture>
      );
    case 'approved':
    case 'final':
      return (
        <Picture name={name}>
          {status === 'final' ? (
            <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="3" fill="currentColor" />
          ) : (
            <circle cx="8" cy="8" r="6.3" fill="currentColor" />
          )}
          <path
            d="m5 8.2 2.1 2.1L11 6"
            fill="none"
            stroke="var(--surface)"
            stroke-width="1.7"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </Picture>
      );
  }
}

const LINES = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.4 13.5 13.5',
  undo: 'M3 6h6.5a3.5 3.5 0 0 1 0 7H6M3 6l3-3M3 6l3 3',
  help: 'M5.8 6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M8 12v.2M8 1.7a6.3 6.3 0 1 0 0 12.6A6.3 6.3 0 0 0 8 1.7z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  back: 'M9.5 3 4.5 8l5 5',
  close: 'm4 4 8 8M12 4l-8 8',
  keys: 'M2 4.5h12v7H2zM4.5 7h.1M7 7h.1M9.5 7h.1M11.8 7h.1M5 9.5h6',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  dark: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z',
  system: 'M2.2 3h11.6v7.5H2.2zM6 13.2h4M8 10.5v2.5',
  replace: 'M3 5.5h8.5M9 3l2.5 2.5L9 8M13 10.5H4.5M7 8l-2.5 2.5L7 13',
  note: 'M3 2.5h10v7.5l-3.5 3.5H3zM13 10H9.5v3.5',
  check: 'm3 8.5 3.2 3.2L13 4.8',
} as const;

export function Icon({ name, size }: { name: keyof typeof LINES; size?: number }) {
  return (
    <Picture name="line" {...(size === undefined ? {} : { size })}>
      <path
        d={LINES[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </Picture>
  );
}
