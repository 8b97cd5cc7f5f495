/** Decisions in one or more languages that are one action: done together, and undone together. */
import { carryOut, type CarriedOut, type Order } from './carry-out.ts';
import type { OpenedProject } from './open-project.ts';
import { undoLog } from './undo-log.ts';

export interface DoneTogether {
  /** `approve: 12 units` */
  readonly title: string;
  /** By language. */
  readonly outcomes: readonly CarriedOut[];
}

type ByLanguage = Iterable<readonly [language: string, orders: readonly Order[]]>;

/**
 * @param by who: a page's id, or `shell`.
 * @param note takes one line for the user.
 */
export async function carryOutAll(
  opened: OpenedProject,
  orders: ByLanguage,
  title: string,
  by: string,
  note: (line: string) => void,
): Promise<DoneTogether> {
  const done = await together(opened, orders, title, note);
  const units = done.outcomes.flatMap(({ before }) => before);
  if (units.length > 0) undoLog(opened.project.paths.cache).add({ by, title: done.title, units });
  return done;
}

/**
 * Takes the last action back.
 * @param by whose; `shell`: anybody's.
 * @returns undefined where there is none.
 */
export async function undoLast(
  opened: OpenedProject,
  by: string,
  note: (line: string) => void,
): Promise<DoneTogether | undefined> {
  const log = undoLog(opened.project.paths.cache);
  const action = log.last(by === 'shell' ? undefined : by);
  if (action === undefined) return undefined;
  const orders = new Map<string, Order[]>();
  for (const to of action.units) {
    const { language, namespace, key, version } = to;
    const order: Order = { namespace, key, version, change: { verb: 'restore', to } };
    const same = orders.get(language);
    if (same === undefined) orders.set(language, [order]);
    else same.push(order);
  }
  const { outcomes } = await together(opened, orders, action.title, note);
  log.remove(action);
  return { title: action.title, outcomes };
}

async function together(
  opened: OpenedProject,
  orders: ByLanguage,
  title: string,
  note: (line: string) => void,
): Promise<DoneTogether> {
  const outcomes: CarriedOut[] = [];
  for (const [language, own] of orders) outcomes.push(await carryOut(opened, language, own, note));
  const count = outcomes.reduce((sum, { done }) => sum + done.length, 0);
  return { title: `${title}: ${count === 1 ? '1 unit' : `${count} units`}`, outcomes };
}
