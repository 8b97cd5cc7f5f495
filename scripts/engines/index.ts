/**
 * The table of engines. Each is loaded when it is chosen, so that a run without work loads none.
 */
import type { Engine } from './engine.ts';

export interface EngineEntry {
  readonly name: string;
  readonly load: () => Promise<Engine>;
}

/** All engines, in the order in which help and README name them. */
export const ENGINES: readonly EngineEntry[] = [
  { name: 'deepl', load: () => import('./deepl.ts').then((module) => module.deepl) },
  { name: 'firefox', load: () => import('./firefox.ts').then((module) => module.firefox) },
  { name: 'apertium', load: () => import('./apertium.ts').then((module) => module.apertium) },
  { name: 'libretranslate', load: () => import('./libretranslate.ts').then((module) => module.libretranslate) },
  { name: 'openai', load: () => import('./openai.ts').then((module) => module.openai) },
  { name: 'pseudo', load: () => import('./pseudo.ts').then((module) => module.pseudo) },
  { name: 'identity', load: () => import('./identity.ts').then((module) => module.identity) },
];

/** The engine of a name; undefined when there is none. */
export async function loadEngine(name: string): Promise<Engine | undefined> {
  return ENGINES.find((entry) => entry.name === name)?.load();
}
