/** DeepL, by its API. */
import type { Engine } from './engine.ts';
import { glossaryPair, sourceCode, targetCode } from './deepl/languages.ts';
import { DEFINITION, MISSING_KEY, openAccount, unsupported } from './deepl/account.ts';
import { createSession } from './deepl/session.ts';
import { readSecret } from './remote/secret.ts';
import { lackOf } from './remote/service.ts';

export const deepl: Engine = {
  name: 'deepl',
  description: 'DeepL, with a key in `DEEPL_AUTH_KEY` (`DEEPL_SERVER_URL` redirects it); the best text of all',
  terms: ['native', 'token'],
  termsFor: ({ source, target }) => (glossaryPair(source, target) === undefined ? ['token'] : ['native', 'token']),
  remote: true,
  // DeepL API Pro, November 2026.
  pricePerMillion: 20,
  async unavailable(pair, environment) {
    if (readSecret(environment.variables, 'DEEPL_AUTH_KEY') === undefined) return `DeepL needs a key. ${MISSING_KEY}`;
    const lacking = lackOf(DEFINITION, environment);
    if (lacking !== undefined) return lacking;
    const served = sourceCode(pair.source) !== undefined && targetCode(pair.target) !== undefined;
    return served ? undefined : unsupported(pair);
  },
  async open(environment, options) {
    return createSession(await openAccount(environment, options), environment.root, options);
  },
};
