import type { Figure } from '../figure.ts';
import { startFleet } from '../team/fleet.ts';
import { lookups } from '../team/lookups.ts';
import { commonTexts, sameBytes } from '../team/same-bytes.ts';
import { apertiumWorkers, capacity, queueCost, scale } from '../team/scale.ts';
import type { Workbench } from '../workbench.ts';

/** A team on a PostgreSQL of this machine: the same files, the speed of more workers, what the queue costs, look-ups. */
export async function team({ share, note }: Workbench): Promise<Figure[]> {
  const fleet = await startFleet();
  try {
    const figures: Figure[] = [];
    for (const part of [sameBytes, commonTexts, scale, apertiumWorkers, queueCost, capacity, lookups]) {
      note(`measuring: team, ${part.name}`);
      figures.push(...(await part(fleet, share)));
    }
    return figures;
  } finally {
    await fleet.close();
  }
}
