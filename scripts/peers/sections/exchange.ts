/** Files for translators, through the programs that they work in. */
import type { Figure } from '../../bench/figure.ts';
import { obtainPackages } from '../../project/debian.ts';
import { SourceError } from '../../project/errors.ts';
import { gettext } from '../exchange/gettext.ts';
import { omegat } from '../exchange/omegat.ts';
import { translateToolkit } from '../exchange/translate-toolkit.ts';
import { openWorkshop } from '../exchange/workshop.ts';
import type { Desk } from '../desk.ts';

export async function exchange({ note, signal }: Desk): Promise<readonly Figure[]> {
  const packages = ['gettext', 'omegat', 'translate-toolkit'];
  const reason = await obtainPackages(packages, { variables: process.env, unpacked: undefined, note });
  if (reason !== undefined)
    throw new SourceError(`${packages.join(', ')} could not be installed: ${reason}`, {
      remedy: 'Install them from Debian, as root.',
    });
  const workshop = await openWorkshop();
  try {
    const figures: Figure[] = [];
    for (const [name, peer] of Object.entries({ gettext, 'Translate Toolkit': translateToolkit, OmegaT: omegat })) {
      signal.throwIfAborted();
      note(name);
      figures.push(...(await peer(workshop)));
    }
    return figures;
  } finally {
    await workshop.close();
  }
}
