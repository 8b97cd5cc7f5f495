import { MISSING_URL, openClient, serverUrl } from './libretranslate/client.js';
import { createSession } from './libretranslate/session.js';
export const libretranslate = {
    name: 'libretranslate',
    description: 'LibreTranslate: neural drafts from a server of your own (LIBRETRANSLATE_URL).',
    terms: ['token'],
    remote: true,
    async unavailable(_pair, { variables }) {
        const url = serverUrl(variables);
        return url !== undefined && URL.canParse(url) ? undefined : `LibreTranslate has no address. ${MISSING_URL}`;
    },
    async open(environment, { concurrency }) {
        return createSession(await openClient(environment, concurrency));
    },
};
