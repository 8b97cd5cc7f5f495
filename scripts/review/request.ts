/** What a person asks of `npm run review` from the shell. */
import type { SaidFinding } from '../checks/check.ts';
import { ENGINE_NAMES } from '../project/engine-names.ts';
import type { Invocation, OptionHelp } from '../project/entry.ts';
import { UsageError } from '../project/errors.ts';
import { namePattern } from '../project/name-pattern.ts';
import { nearest } from '../project/nearest.ts';
import type { State } from '../units/unit.ts';
import type { ShownMatch, ShownTerm } from './contract.ts';

export const ACTIONS = ['list', 'approve', 'reject', 'accept', 'dismiss', 'waive', 'undo'] as const;
export type ReviewAction = (typeof ACTIONS)[number];

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
  readonly waived: readonly { readonly rule: string; readonly reason: string }[];
  readonly note: string | undefined;
  /** Where `--terms` and `--matches` ask for them. */
  readonly terms?: readonly ShownTerm[];
  readonly matches?: readonly ShownMatch[];
  /** Why nothing was decided, where a decision named it in vain. */
  readonly skipped?: string;
}

/** A pattern of keys or namespaces, and whether anything was found for it. */
export interface NamePattern {
  readonly text: string;
  readonly fits: (name: string) => boolean;
}

export interface ReviewRequest {
  readonly action: ReviewAction;
  /** Where `final` is asked for in place of `reviewed`. */
  readonly final: boolean;
  /** Empty: all. Each must fit something. */
  readonly keys: readonly NamePattern[];
  readonly namespaces: readonly NamePattern[];
  /** Origin, state and check. */
  readonly matches: (entry: ReviewEntry) => boolean;
  readonly check: string | undefined;
  readonly reason: string | undefined;
  readonly note: string | undefined;
  readonly showsTerms: boolean;
  readonly showsMatches: boolean;
}

/** Past participles for the closing line. */
export const DONE: Readonly<Record<ReviewAction, string>> = {
  list: 'listed',
  approve: 'approved',
  reject: 'rejected',
  accept: 'accepted',
  dismiss: 'dismissed',
  waive: 'waived',
  undo: 'undone',
};

export const reviewOptions: Readonly<Record<string, OptionHelp>> = {
  to: { type: 'string', value: 'es,it', help: 'only these target languages' },
  namespace: {
    type: 'list',
    value: 'PATTERN',
    help: 'only these namespaces; * stands for any text; repeatable, or with commas',
  },
  key: { type: 'list', value: 'PATTERN', help: 'only these keys, in the same way' },
  origin: { type: 'string', value: 'NAME', help: 'only text by this engine, or memory, person, source' },
  state: { type: 'string', value: 'STATE', help: 'only initial, translated, reviewed, final or stale' },
  check: {
    type: 'string',
    value: 'NAME',
    help: 'only units with a finding of this check; for waive: the one that is right as it is',
  },
  reason: { type: 'string', value: 'TEXT', help: 'for waive: why' },
  note: { type: 'string', value: 'TEXT', help: 'for reject: a word for whoever comes next' },
  final: { type: 'boolean', help: 'approve as final' },
  all: { type: 'boolean', help: 'decide on everything that no other option leaves out' },
  terms: { type: 'boolean', help: 'for list: the terms of each unit' },
  matches: { type: 'boolean', help: 'for list: what has been translated before and is like it' },
  host: {
    type: 'string',
    value: 'ADDRESS',
    help: 'serve the page to others, who need the token that is printed (default: this machine only)',
  },
  port: { type: 'string', value: 'N', help: 'serve the page there (default: 4870, or the next that is free)' },
};

const ORIGINS: readonly string[] = [...ENGINE_NAMES, 'memory', 'person', 'source'];
const STATES = ['initial', 'translated', 'reviewed', 'final', 'stale'];

/** @throws UsageError for an unknown action, state or origin, and for a decision on everything without --all. */
export function readReviewRequest(words: readonly string[], { text, list, flag }: Invocation): ReviewRequest {
  const [word = '', ...rest] = words;
  const action = ACTIONS.find((name) => name === word);
  if (action === undefined) {
    const near = nearest(word, ACTIONS);
    throw new UsageError(`review knows no "${word}".`, {
      remedy:
        near === undefined ? `Say one of ${ACTIONS.join(', ')}, or nothing for the page.` : `Did you mean ${near}?`,
    });
  }
  if (rest.length > 0) throw new UsageError(`review takes one word, and options: "${rest.join(' ')}" is too much.`);
  const limits = [text('to'), text('origin'), text('state'), action === 'waive' ? undefined : text('check')];
  const isLimited = [...list('key'), ...list('namespace'), ...limits].some((limit) => limit !== undefined);
  if (action !== 'list' && action !== 'undo' && !flag('all') && !isLimited)
    throw new UsageError(`review ${action} would take every unit.`, {
      remedy: 'Name --key, --to or another, or add --all.',
    });
  const state = text('state');
  if (state !== undefined && !STATES.includes(state))
    throw new UsageError(`"${state}" is no state.`, { remedy: `Say one of ${STATES.join(', ')}.` });
  const check = text('check');
  if (action === 'waive' && (check === undefined || (text('reason') ?? '').trim() === ''))
    throw new UsageError('review waive needs --check and --reason.', {
      remedy: 'See review list for the findings and their checks.',
    });
  const origin = text('origin');
  if (origin !== undefined && !ORIGINS.includes(origin))
    throw new UsageError(`"${origin}" is no origin.`, { remedy: `Say one of ${ORIGINS.join(', ')}.` });
  return {
    action,
    final: flag('final'),
    keys: list('key').flatMap(patterns),
    namespaces: list('namespace').flatMap(patterns),
    matches: (entry) =>
      (origin === undefined || entry.origin === origin) &&
      (state === undefined || (state === 'stale' ? entry.stale : entry.state === state)) &&
      (check === undefined || entry.findings.some(({ rule }) => rule === check)),
    check,
    reason: text('reason'),
    note: text('note'),
    showsTerms: flag('terms'),
    showsMatches: flag('matches'),
  };
}

/** `*` is any text, all else is itself: keys and namespaces are names, not globs. A comma stands between two. */
function patterns(text: string): NamePattern[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => ({ text: one, fits: namePattern(one) }));
}
