/** What a person asks of `npm run review`. */
import type { SaidFinding } from '../checks/check.ts';
import type { Invocation, OptionHelp } from '../project/entry.ts';
import { UsageError } from '../project/errors.ts';
import { printable } from '../project/log.ts';
import { nearest } from '../project/nearest.ts';
import type { State } from '../units/unit.ts';

export type ReviewAction = 'list' | 'approve' | 'reject';

/** A unit in a language as a reviewer sees it. */
export interface ReviewEntry {
  readonly language: string;
  readonly namespace: string;
  readonly key: string;
  readonly state: State;
  readonly origin: string | undefined;
  readonly source: string;
  readonly target: string | undefined;
  readonly stale: boolean;
  readonly previous: string | undefined;
  readonly suggestion: string | undefined;
  readonly findings: readonly SaidFinding[];
  /** Why nothing was decided, where approve or reject named it in vain. */
  readonly skipped?: string;
}

export interface ReviewRequest {
  readonly action: ReviewAction;
  /** Where `final` is asked for in place of `reviewed`. */
  readonly state: Extract<State, 'reviewed' | 'final'>;
  readonly matches: (entry: ReviewEntry) => boolean;
  readonly show: (entry: ReviewEntry) => string;
  /** Past participle for the closing line. */
  readonly done: string;
}

const DONE: Readonly<Record<ReviewAction, string>> = { list: 'listed', approve: 'approved', reject: 'rejected' };

export const reviewOptions: Readonly<Record<string, OptionHelp>> = {
  to: { type: 'string', value: 'es,it', help: 'only these target languages' },
  namespace: { type: 'string', value: 'PATTERN', help: 'only these namespaces; * stands for any text' },
  key: { type: 'string', value: 'PATTERN', help: 'only these keys; * stands for any text' },
  origin: { type: 'string', value: 'NAME', help: 'only text by this engine, or memory, person, source' },
  state: { type: 'string', value: 'STATE', help: 'only initial, translated, reviewed, final or stale' },
  final: { type: 'boolean', help: 'approve as final' },
  all: { type: 'boolean', help: 'approve or reject everything that no other option leaves out' },
};

/** @throws UsageError for an unknown action, and for approve or reject of everything without --all. */
export function readReviewRequest(words: readonly string[], { text, flag }: Invocation): ReviewRequest {
  const [action, ...rest] = words;
  if (action !== 'list' && action !== 'approve' && action !== 'reject') {
    const near = nearest(action ?? '', ['list', 'approve', 'reject']);
    throw new UsageError(action === undefined ? 'review needs to know what to do.' : `review knows no "${action}".`, {
      remedy: near === undefined ? 'Say list, approve or reject.' : `Did you mean ${near}?`,
    });
  }
  if (rest.length > 0) throw new UsageError(`review takes one word, and options: "${rest.join(' ')}" is too much.`);
  const limits = ['to', 'namespace', 'key', 'origin', 'state'].map((name) => text(name));
  if (action !== 'list' && !flag('all') && limits.every((limit) => limit === undefined)) {
    throw new UsageError(`review ${action} would take every unit.`, {
      remedy: 'Name --key, --to or another, or add --all.',
    });
  }
  const state = text('state');
  const isNamespace = pattern(text('namespace'));
  const isKey = pattern(text('key'));
  const origin = text('origin');
  return {
    action,
    state: flag('final') ? 'final' : 'reviewed',
    matches: (entry) =>
      isNamespace(entry.namespace) &&
      isKey(entry.key) &&
      (origin === undefined || entry.origin === origin) &&
      (state === undefined || (state === 'stale' ? entry.stale : entry.state === state)),
    show: showEntry,
    done: DONE[action],
  };
}

/** `*` is any text, all else is itself: keys and namespaces are names, not globs. */
function pattern(text: string | undefined): (name: string) => boolean {
  if (text === undefined) return () => true;
  const parts = text.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 's');
  return (name) => expression.test(name);
}

/** The closing line: how many units were decided, how many were not. */
export function decisions(entries: readonly ReviewEntry[], done: string): string {
  const skipped = entries.filter((entry) => entry.skipped !== undefined).length;
  const count = entries.length - skipped;
  const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
  return `${count} ${count === 1 ? 'unit' : 'units'} ${done}${rest}.`;
}

/** Whether a unit was skipped because something is wrong with it; one that only has no text yet is no failure. */
export function isInTheWay({ skipped, findings }: ReviewEntry): boolean {
  return skipped !== undefined && findings.some(({ severity, message }) => severity === 'error' && message === skipped);
}

function showEntry(entry: ReviewEntry): string {
  const { language, namespace, key, state, origin, stale } = entry;
  const marks = [state, origin ?? '', stale ? 'stale' : ''].filter((mark) => mark !== '').join(', ');
  const lines = [`${language} ${namespace} ${key} (${marks})`, `  source: ${entry.source}`];
  if (entry.previous !== undefined) lines.push(`  before: ${entry.previous}`);
  lines.push(`  target: ${entry.target ?? '—'}`);
  if (entry.suggestion !== undefined) lines.push(`  suggestion: ${entry.suggestion}`);
  for (const { severity, rule, message } of entry.findings) lines.push(`  ${severity} ${rule}: ${message}`);
  if (entry.skipped !== undefined) lines.push(`  skipped: ${entry.skipped}`);
  return lines.map((line) => printable(line.replaceAll('\n', ' ⏎ '))).join('\n');
}
