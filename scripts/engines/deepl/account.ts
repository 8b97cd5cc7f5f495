/** One DeepL account. */
import type { EngineEnvironment, LanguagePair, OpenOptions } from '../engine.ts';
import { EngineRefusal } from '../../project/errors.ts';
import type { HttpFailure } from '../remote/http-failure.ts';
import type { Trouble } from '../remote/pace.ts';
import { readSecret } from '../remote/secret.ts';
import { openService as openRemote, type Service, type ServiceDefinition } from '../remote/service.ts';
import { readOptions, type DeeplOptions } from './options.ts';

export interface Account extends Service {
  readonly options: DeeplOptions;
  /** True where a failure says that a glossary or a dictionary is gone. */
  isGlossaryGone(error: unknown): boolean;
}

/** What to do about a missing key, a sentence. */
export const MISSING_KEY = 'Set DEEPL_AUTH_KEY, or DEEPL_AUTH_KEY_FILE to a file that holds the key.';

export const DEFINITION: ServiceDefinition = {
  name: 'deepl',
  title: 'DeepL',
  address: {
    variable: 'DEEPL_SERVER_URL',
    standard: (key) => (key?.endsWith(':fx') === true ? 'https://api-free.deepl.com' : 'https://api.deepl.com'),
  },
  key: { variable: 'DEEPL_AUTH_KEY', required: 'always', header: (key) => `DeepL-Auth-Key ${key}` },
  explain,
};

const GLOSSARY = /\b(?:glossary|dictionary)\b/i;

/** What DeepL's statuses and messages mean beyond those of HTTP. */
function explain({ status, message }: HttpFailure): Partial<Trouble> | undefined {
  if (status === 456) {
    return { kind: 'quota', advice: 'Wait for the next billing period or raise the limit of the DeepL account.' };
  }
  if (status === 401 || status === 403) return { advice: 'Check DEEPL_AUTH_KEY; free keys end in ":fx".' };
  if (status === 429) return { message: 'DeepL: Too many requests.' };
  if (status !== 400) return undefined;
  if (/Tag handling parsing failed/.test(message)) return { kind: 'server', split: true };
  if (/\b(?:target_lang|source_lang)\b/.test(message)) return { advice: 'Choose another engine for this language.' };
  return { advice: 'Check the options under "engines.deepl" in l10n.config.json.' };
}

/**
 * Opens an account; nothing is sent yet.
 * @throws ConfigurationError for bad options or addresses, EngineRefusal without a key.
 */
export async function openAccount(
  environment: EngineEnvironment,
  traffic: Pick<OpenOptions, 'concurrency' | 'turn'>,
): Promise<Account> {
  const options = readOptions(environment.options);
  if (readSecret(environment.variables, DEFINITION.key.variable) === undefined)
    throw new EngineRefusal('key', 'DeepL needs a key.', { remedy: MISSING_KEY });
  const service = await openRemote(DEFINITION, environment, options, traffic);
  return {
    ...service,
    options,
    isGlossaryGone(error) {
      const { kind, message } = service.diagnose(error);
      return (kind === 'unsupported' || kind === 'unavailable') && GLOSSARY.test(message);
    },
  };
}

/** One sentence about a pair that DeepL does not serve. */
export function unsupported({ source, target }: LanguagePair): string {
  return `DeepL does not translate from ${source} into ${target}.`;
}
