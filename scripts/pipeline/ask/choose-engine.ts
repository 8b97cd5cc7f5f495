/** Which engines serve a language, in which order, and why. */
import type { Engine, EngineEnvironment, LanguagePair } from '../../engines/engine.ts';
import { ENGINES } from '../../engines/index.ts';
import { ConfigurationError, UsageError } from '../../project/errors.ts';
import { nearest } from '../../project/nearest.ts';

export interface EngineChoice {
  /** In the order in which they are tried; at least one. */
  readonly engines: readonly Engine[];
  /** One line for the user: which and why; undefined where the configuration names it and it is there. */
  readonly why: string | undefined;
}

/** @throws UsageError for a name that is no engine. */
export function checkEngineName(name: string): void {
  const known = ['auto', ...ENGINES.map((engine) => engine.name)];
  if (known.includes(name)) return;
  const near = nearest(name, known);
  throw new UsageError(`"${name}" is no engine.`, {
    remedy: near === undefined ? `Known: ${known.join(', ')}.` : `Did you mean ${near}?`,
  });
}

/**
 * @param names from the configuration or `--engine`; `auto` takes DeepL if there is a key, else Firefox where its models
 * are on disk, else Apertium.
 * @param obtain lets an engine get what it lacks, for all languages of the run at once.
 * @param shared an engine as a team has it.
 * @throws ConfigurationError when none of them can serve the pair.
 */
export async function chooseEngines(
  names: readonly string[],
  pair: LanguagePair,
  environment: (engine: string) => EngineEnvironment,
  obtain: (engine: Engine) => Promise<unknown>,
  shared: (engine: Engine) => Engine = (engine) => engine,
): Promise<EngineChoice> {
  const isAuto = names.includes('auto');
  const wanted = isAuto ? ['deepl', 'firefox', 'apertium'] : names;
  const engines: Engine[] = [];
  const reasons: string[] = [];
  for (const name of wanted) {
    checkEngineName(name);
    const entry = ENGINES.find((candidate) => candidate.name === name);
    if (entry === undefined) continue;
    const engine = shared(await entry.load());
    let reason = await engine.unavailable(pair, environment(name));
    if (reason !== undefined && engine.obtain !== undefined) {
      await obtain(engine);
      reason = await engine.unavailable(pair, environment(name));
    }
    if (reason === undefined) engines.push(engine);
    else reasons.push(`${name}: ${reason}`);
    if (isAuto && engines.length > 0) break;
  }
  const [first] = engines;
  if (first === undefined) {
    throw new ConfigurationError(`no engine can translate ${pair.source} into ${pair.target}. ${reasons.join(' ')}`, {
      place: { language: pair.target },
      remedy: isAuto ? '' : wayOut(pair),
    });
  }
  if (!isAuto) return { engines, why: reasons.length === 0 ? undefined : reasons.join(' ') };
  const better = reasons[0] === undefined ? '' : ` Better text: ${reasons[0]}`;
  return { engines, why: `${pair.target}: ${first.name} (${first.description}).${better}` };
}

/** What would serve a pair that the configured engines cannot. */
function wayOut({ source, target }: LanguagePair): string {
  const model = `npm run models -- add ${source}-${target}`;
  return `With "engine": "auto" in l10n.config.json a DeepL key (DEEPL_AUTH_KEY) or Firefox's model (${model}) serves it.`;
}

export interface EnginePlan {
  readonly names: readonly string[];
  /** The first one. */
  readonly engine: Engine | undefined;
  readonly environment: (engine: string) => EngineEnvironment;
}

/**
 * The engines that would serve a pair, for a dry run: nothing is obtained. Where none is there yet, those that are
 * configured, because a real run may get them, or say what they lack.
 */
export async function planEngines(
  names: readonly string[],
  pair: LanguagePair,
  environment: (engine: string) => EngineEnvironment,
): Promise<EnginePlan> {
  try {
    const { engines } = await chooseEngines(names, pair, environment, () => Promise.resolve());
    return { names: engines.map(({ name }) => name), engine: engines[0], environment };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { names, engine: await ENGINES.find(({ name }) => name === names[0])?.load(), environment };
  }
}
