/** The options of `engines.firefox` in l10n.config.json. Everything is optional. */
import { z } from 'zod/mini';
import type { EngineEnvironment } from '../engine.ts';
import { readEngineOptions } from '../read-options.ts';
import { mirrorAt, type Mirror } from './mirror.ts';

const optionsSchema = z.strictObject({
  /** A mirror of the models, an address or a folder; the environment's `FIREFOX_MODELS_URL` goes before it. */
  models: z.optional(z.string().check(z.minLength(1))),
  /** Which kind of model is fetched where a pair has several: `base-memory` unless it is set. */
  architecture: z.optional(z.enum(['base-memory', 'base', 'tiny'])),
  /** Sentences translated at once, each on a thread with models of its own (about 100 MB each). */
  workers: z.optional(z.int().check(z.minimum(1), z.maximum(16))),
});

export interface FirefoxOptions {
  readonly mirror: Mirror;
  readonly architecture: string | undefined;
  readonly workers: number | undefined;
}

/** @throws ConfigurationError naming the field. */
export function readOptions({
  options,
  variables,
  root,
}: Pick<EngineEnvironment, 'options' | 'variables' | 'root'>): FirefoxOptions {
  const { models, architecture, workers } = readEngineOptions('firefox', optionsSchema, options);
  return { mirror: mirrorAt(variables['FIREFOX_MODELS_URL'] || models, variables, root), architecture, workers };
}
