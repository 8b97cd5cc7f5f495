/** `review` from the shell: what a request names is decided, and shown as it is afterwards. */
import type { GlossaError } from '../../project/errors.ts';
import type { ReviewEntry, ReviewRequest } from '../../review/request.ts';
import { refuseUnknownRule } from '../gate/policy.ts';
import type { Order } from './carry-out.ts';
import type { ProjectDesk } from './desk.ts';
import { eventOf } from './decision-event.ts';
import { listUnits, type ListedUnit } from './list-units.ts';
import { carryOutAll, undoLast, type DoneTogether } from './together.ts';

export interface ShellResult {
  readonly entries: readonly ReviewEntry[];
  readonly errors: readonly GlossaError[];
  /** What is worth knowing besides, one line each. */
  readonly remarks: readonly string[];
}

const idOf = ({ language, namespace, key }: Pick<ReviewEntry, 'language' | 'namespace' | 'key'>): string =>
  JSON.stringify([language, namespace, key]);

/**
 * @param languages undefined: all.
 * @param note takes one line for the user.
 */
export async function reviewFromShell(
  desk: ProjectDesk,
  request: ReviewRequest,
  languages: readonly string[] | undefined,
  note: (line: string) => void,
): Promise<ShellResult> {
  const { action } = request;
  const opened = await desk.current();
  refuseUnknownRule('--check', request.check, opened.project.configuration);
  if (action === 'undo') {
    const undone = await undoLast(opened, 'shell', note);
    if (undone === undefined) return { entries: [], errors: [], remarks: ['There is nothing to undo.'] };
    const ids = new Set(
      undone.outcomes.flatMap(({ language, done, clashes }) =>
        [...done, ...clashes].map((row) => idOf({ ...row, language })),
      ),
    );
    const after = await shownAfter(desk, undone, (entry) => ids.has(idOf(entry)));
    return { ...after, remarks: [`Undone: ${undone.title}.`] };
  }
  const { units, errors } = await listUnits(opened, languages, request);
  if (action === 'list') return { entries: await withHelp(desk, units, request), errors, remarks: [] };
  const orders = new Map<string, Order[]>();
  for (const { entry, version } of units) {
    const { language, namespace, key } = entry;
    const order = { namespace, key, version, change: eventOf({ ...request, verb: action }, undefined) };
    const same = orders.get(language);
    if (same === undefined) orders.set(language, [order]);
    else same.push(order);
  }
  const done = await carryOutAll(opened, orders, action, 'shell', note);
  const ids = new Set(units.map(({ entry }) => idOf(entry)));
  const after = await shownAfter(desk, done, (entry) => ids.has(idOf(entry)));
  const remarks = action === 'reject' ? sameDrafts(units, after.entries, opened.project.configuration) : [];
  return { entries: after.entries, errors: [...errors, ...after.errors], remarks };
}

/** The units as they are after the action, those that were left out with the reason. */
async function shownAfter(
  desk: ProjectDesk,
  { outcomes }: DoneTogether,
  isMeant: (entry: ReviewEntry) => boolean,
): Promise<{ entries: ReviewEntry[]; errors: readonly GlossaError[] }> {
  const reasons = new Map<string, string>();
  for (const { language, refused, clashes } of outcomes) {
    for (const { reason, ...unit } of refused) reasons.set(idOf({ ...unit, language }), reason);
    for (const unit of clashes) reasons.set(idOf({ ...unit, language }), 'was changed meanwhile, and left as it is');
  }
  const touched = new Set(
    outcomes.flatMap(({ done, refused, clashes }) =>
      [...done, ...refused, ...clashes].map(({ namespace }) => namespace),
    ),
  );
  const opened = await desk.current();
  const files = opened.files.filter(({ namespace }) => touched.has(namespace));
  const everything = { keys: [], namespaces: [], matches: isMeant } as const;
  const languages = outcomes.map(({ language }) => language);
  const { units, errors } = await listUnits({ ...opened, files }, languages, { ...NOTHING_ASKED, ...everything });
  const entries = units.map(({ entry }) => {
    const skipped = reasons.get(idOf(entry));
    return skipped === undefined ? entry : { ...entry, skipped };
  });
  return { entries, errors };
}

const NOTHING_ASKED = {
  action: 'list',
  final: false,
  check: undefined,
  reason: undefined,
  note: undefined,
  showsTerms: false,
  showsMatches: false,
} as const;

async function withHelp(
  desk: ProjectDesk,
  units: readonly ListedUnit[],
  request: ReviewRequest,
): Promise<ReviewEntry[]> {
  const entries: ReviewEntry[] = [];
  for (const { entry } of units) {
    const terms = request.showsTerms ? { terms: (await desk.unit(entry))?.terms ?? [] } : {};
    const matches = request.showsMatches ? { matches: await desk.matches(entry) } : {};
    entries.push({ ...entry, ...terms, ...matches });
  }
  return entries;
}

/** A draft that goes comes back the same where the engine that made it is asked again. */
function sameDrafts(
  before: readonly ListedUnit[],
  after: readonly ReviewEntry[],
  { enginesFor }: { readonly enginesFor: (language: string) => readonly string[] },
): string[] {
  const gone = new Set(after.filter(({ target, skipped }) => target === undefined && skipped === undefined).map(idOf));
  const engines = new Set<string>();
  for (const { entry } of before) {
    const { language, origin } = entry;
    if (origin === undefined || !gone.has(idOf(entry))) continue;
    const names = enginesFor(language);
    if (names.includes(origin) || names.includes('auto')) engines.add(origin);
  }
  return [...engines].map(
    (name) => `${name} would make the same drafts again: edit them, or name another engine (translate --engine).`,
  );
}
