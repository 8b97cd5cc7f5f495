import { isUnreachable } from '../remote/http-failure.js';
const LATER = 'Run the command again later.';
const KEY = { kind: 'key', remedy: 'refuse', advice: 'Check DEEPL_AUTH_KEY; free keys end in ":fx".' };
const QUOTA = {
    kind: 'quota',
    remedy: 'refuse',
    advice: 'Wait for the next billing period or raise the limit of the DeepL account.',
};
const RATE = { kind: 'rate', remedy: 'wait', advice: LATER, overload: true };
const SERVER = { kind: 'server', remedy: 'wait', advice: LATER };
const NETWORK = {
    kind: 'network',
    remedy: 'refuse',
    advice: 'Check the connection; HTTPS_PROXY and NODE_EXTRA_CA_CERTS are honoured.',
};
/** Wordings of deepl-node 1.28 and of DeepL's own messages within them; the first that fits counts. */
export const WORDINGS = [
    [/^Unexpected status code: 413\b/, { kind: 'server', remedy: 'split', advice: LATER }],
    [/^Bad request\b.*Tag handling parsing failed/s, { kind: 'server', remedy: 'split', advice: LATER }],
    [/^Bad request\b.*\b(?:glossary|dictionary)\b/is, { kind: 'unsupported', remedy: 'glossary', advice: LATER }],
    [
        /^Bad request\b.*\b(?:target_lang|source_lang)\b/s,
        { kind: 'unsupported', remedy: 'refuse', advice: 'Choose another engine for this language.' },
    ],
    [
        /^Bad request\b/,
        { kind: 'unsupported', remedy: 'refuse', advice: 'Check the options under "engines.deepl" in l10n.config.json.' },
    ],
    [/^Not found\b/, { kind: 'unavailable', remedy: 'refuse', advice: 'Check DEEPL_SERVER_URL.' }],
    [/^Service unavailable\b/, { ...SERVER, overload: true }],
    [/^Unexpected status code: 5\d\d\b/, SERVER],
    [/^Unexpected status code: 401\b/, KEY],
    [/^Error parsing response JSON\b/, SERVER],
];
/**
 * @param error anything that the client threw.
 * @param hide removes the key from a message.
 * @param connected whether the service has answered before: then a lost connection may come back.
 */
export function classify(error, classes, hide, connected) {
    const message = error instanceof Error ? error.message : String(error);
    const verdict = judge(error, message, classes, connected);
    return {
        ...verdict,
        passing: verdict.remedy === 'wait',
        split: verdict.remedy === 'split',
        glossary: verdict.remedy === 'glossary',
        message: `DeepL: ${hide(shortened(message))}.`,
    };
}
function judge(error, message, classes, connected) {
    if (error instanceof classes.AuthorizationError)
        return KEY;
    if (error instanceof classes.QuotaExceededError)
        return QUOTA;
    if (error instanceof classes.TooManyRequestsError)
        return RATE;
    if (error instanceof classes.GlossaryNotFoundError)
        return { kind: 'unsupported', remedy: 'glossary', advice: LATER };
    if (error instanceof classes.ConnectionError) {
        // The client's own `shouldRetry` is false for a connection cut in the middle of the body.
        return connected || !isUnreachable(error.error) ? { ...NETWORK, remedy: 'wait' } : NETWORK;
    }
    return (WORDINGS.find(([wording]) => wording.test(message))?.[1] ?? { kind: 'server', remedy: 'refuse', advice: LATER });
}
/** The client appends whole bodies of answers to its messages. */
function shortened(message) {
    const line = message
        .replace(/\s+/g, ' ')
        .replace(/, content: .*$/s, '')
        .trim();
    return (line.length > 200 ? `${line.slice(0, 200)}…` : line).replace(/\.$/, '');
}
