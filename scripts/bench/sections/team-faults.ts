import type { Figure } from '../figure.ts';
import { budgets } from '../team/budgets.ts';
import { faults } from '../team/faults.ts';
import { startFleet } from '../team/fleet.ts';
import type { Workbench } from '../workbench.ts';

/** Seconds of a lease: whoever is silent for longer counts as gone. */
const LEASE = 2;

/** A team in trouble. */
export async function teamFaults({ share, note }: Workbench): Promise<Figure[]> {
  const fleet = await startFleet(LEASE);
  try {
    const figures: Figure[] = [];
    for (const part of [budgets, faults]) {
      note(`measuring: team-faults, ${part.name}`);
      figures.push(...(await part(fleet, share)));
    }
    return figures;
  } finally {
    await fleet.close();
  }
}
