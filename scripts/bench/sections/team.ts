import type { Figure } from '../figure.ts';
import { budgets } from '../team/budgets.ts';
import { faults, TROUBLES } from '../team/faults.ts';
import { startFleet, type Fleet } from '../team/fleet.ts';
import { lookups } from '../team/lookups.ts';
import { commonTexts, sameBytes } from '../team/same-bytes.ts';
import { apertiumWorkers, capacity, queueCost, scale } from '../team/scale.ts';
import type { Workbench } from '../workbench.ts';

type Part = (fleet: Fleet, share: number) => Promise<Figure[]>;

/** Seconds of a lease where somebody is to go; on a busy machine a process may be silent for some of them. */
const SHORT_LEASE = 6;

/** The same files, the speed of more workers, what the queue costs, look-ups. */
const PARTS: Readonly<Record<string, Part>> = {
  bytes: sameBytes,
  common: commonTexts,
  scale,
  apertium: apertiumWorkers,
  cost: queueCost,
  capacity,
  lookups,
};

const FAULTS: Readonly<Record<string, Part>> = {
  budget: budgets,
  ...Object.fromEntries(
    Object.entries(TROUBLES).map(([name, trouble]) => [name, (fleet, share) => faults(fleet, share, trouble)] as const),
  ),
};

/** A team on a PostgreSQL of this machine, part by part; and a team in trouble. */
export const TEAM_SECTIONS = [
  ...Object.entries(PARTS).map(([name, part]) => [`team-${name}`, withFleet(part)] as const),
  ...Object.entries(FAULTS).map(([name, part]) => [`faults-${name}`, withFleet(part, SHORT_LEASE)] as const),
];

function withFleet(part: Part, lease?: number) {
  return async ({ share }: Workbench): Promise<Figure[]> => {
    const fleet = await startFleet(lease);
    try {
      return await part(fleet, share);
    } finally {
      await fleet.close();
    }
  };
}
