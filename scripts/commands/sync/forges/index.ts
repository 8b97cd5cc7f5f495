import type { Forge, ForgeClient, ForgeContext } from './forge.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';

/** All forges. A new one is one file, and one row here. */
const FORGES: readonly Forge[] = [github, gitlab];

/** The forge of a remote, or undefined where none can be reached from here. */
export async function openForge(context: ForgeContext): Promise<ForgeClient | undefined> {
  for (const forge of FORGES) {
    const client = await forge.open(context);
    if (client !== undefined) return client;
  }
  return undefined;
}
