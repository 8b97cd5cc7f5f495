/** One DeepL account: the client, the pace of requests, the meaning of its errors. */
import type * as DeeplNode from 'deepl-node';
import type { DeepLClient, TextResult, TranslateTextOptions } from 'deepl-node';
import { ConfigurationError, EngineRefusal } from '../../project/errors.ts';
import type { EngineEnvironment, LanguagePair } from '../engine.ts';
import { createPace } from '../remote/pace.ts';
import { readSecret, redact } from '../remote/secret.ts';
import { classify, type Failure } from './failures.ts';
import { sourceCode, targetCode } from './languages.ts';
import { readOptions, type DeeplOptions } from './options.ts';

export interface Service {
  readonly deepl: typeof DeeplNode;
  readonly client: DeepLClient;
  readonly options: DeeplOptions;
  /** One line for the user. */
  readonly note: (line: string) => void;
  /**
   * Sends a request when its turn comes, and again while its trouble is passing.
   * @throws what the client threw, EngineRefusal when patience ends, the signal's reason.
   */
  call<Result>(request: (client: DeepLClient) => Promise<Result>, signal: AbortSignal): Promise<Result>;
  diagnose(error: unknown): Failure;
  /** Any error as what the user is to see. */
  refusal(error: unknown): unknown;
}

/**
 * Opens an account; nothing is sent yet. The client's own retries are off: it knows nothing of requests beside it.
 * HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS are honoured by the client's HTTP library and by Node.
 * @throws ConfigurationError for bad options, EngineRefusal without a key.
 */
export async function openService(environment: EngineEnvironment, concurrency: number): Promise<Service> {
  const options = readOptions(environment.options);
  const key = readSecret(environment.variables, 'DEEPL_AUTH_KEY');
  if (key === undefined) throw new EngineRefusal('key', 'DeepL needs a key.', { remedy: MISSING_KEY });
  const serverUrl = environment.variables['DEEPL_SERVER_URL'];
  if (serverUrl !== undefined && serverUrl !== '' && !URL.canParse(serverUrl)) {
    throw new ConfigurationError(`DEEPL_SERVER_URL is no URL: ${serverUrl}`);
  }
  const deepl = await import('deepl-node');
  const client = new deepl.DeepLClient(key, {
    maxRetries: 0,
    minTimeout: options.timeout * 1000,
    sendPlatformInfo: false,
    appInfo: { appName: 'glossa', appVersion: '0.1.0' },
    ...(serverUrl ? { serverUrl: serverUrl.replace(/\/+$/, '') } : {}),
  });
  let connected = false;
  const diagnose = (error: unknown): Failure => classify(error, deepl, (message) => redact(message, key), connected);
  const pace = createPace(
    {
      concurrency,
      firstWait: options.firstWait * 1000,
      longestWait: options.longestWait * 1000,
      patience: options.patience * 1000,
      attempts: ATTEMPTS,
    },
    diagnose,
    environment.note,
  );
  return {
    deepl,
    client,
    options,
    note: environment.note,
    call: (request, signal) =>
      pace.run(async () => {
        try {
          const result = await request(client);
          connected = true;
          return result;
        } catch (error) {
          // Some methods of the client do not catch what a broken answer does to them.
          if (error instanceof SyntaxError || error instanceof TypeError) {
            throw new deepl.DeepLError(`Error parsing response JSON: ${error.message}`);
          }
          throw error;
        }
      }, signal),
    diagnose,
    refusal(error) {
      if (!(error instanceof deepl.DeepLError)) return error;
      const { kind, message, advice } = diagnose(error);
      return new EngineRefusal(kind, message, { remedy: advice });
    },
  };
}

/** What to do about a missing key, a sentence. */
export const MISSING_KEY = 'Set DEEPL_AUTH_KEY, or DEEPL_AUTH_KEY_FILE to a file that holds the key.';

/** Attempts of one request that runs into time-outs, server errors or broken answers while others succeed. */
const ATTEMPTS = 8;

/** Sends one translation request, once. */
export function translateTexts(
  client: DeepLClient,
  texts: readonly string[],
  pair: LanguagePair,
  options: TranslateTextOptions,
): Promise<TextResult[]> {
  const source = sourceCode(pair.source);
  const target = targetCode(pair.target);
  if (source === undefined || target === undefined) {
    throw new EngineRefusal('unsupported', unsupported(pair), { remedy: 'Choose another engine for this language.' });
  }
  return client.translateText([...texts], source, target, options);
}

/** One sentence about a pair that DeepL does not serve. */
export function unsupported({ source, target }: LanguagePair): string {
  return `DeepL does not translate from ${source} into ${target}.`;
}
