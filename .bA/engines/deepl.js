import { glossaryPair, sourceCode, targetCode } from './deepl/languages.js';
import { MISSING_KEY, openService, unsupported } from './deepl/service.js';
import { createSession } from './deepl/session.js';
import { readSecret } from './remote/secret.js';
export const deepl = {
    name: 'deepl',
    description: 'DeepL: the best text of all engines; needs a key (DEEPL_AUTH_KEY) and sends the text to DeepL.',
    terms: ['native', 'token'],
    termsFor: ({ source, target }) => (glossaryPair(source, target) === undefined ? ['token'] : ['native', 'token']),
    remote: true,
    // DeepL API Pro, November 2026.
    pricePerMillion: 20,
    async unavailable(pair, { variables }) {
        if (readSecret(variables, 'DEEPL_AUTH_KEY') === undefined)
            return `DeepL needs a key. ${MISSING_KEY}`;
        const served = sourceCode(pair.source) !== undefined && targetCode(pair.target) !== undefined;
        return served ? undefined : unsupported(pair);
    },
    async open(environment, { concurrency, glossaries }) {
        return createSession(await openService(environment, concurrency), environment.root, glossaries);
    },
};
