import { EngineRefusal } from '../../project/errors.js';
import { readRegistry } from './registry.js';
const MOZILLA = {
    records: 'https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records',
    attachments: 'https://firefox-settings-attachments.cdn.mozilla.net/',
};
/**
 * Mozilla's own addresses, or those of a mirror: `records.json` and the files under their locations below one address.
 * Mozilla provides its own for Firefox; whoever fetches models often, in CI for example, should run a mirror.
 * @param address of the mirror, from `FIREFOX_MODELS_URL` or the configuration.
 */
export function mirrorAt(address) {
    if (address === undefined || address === '')
        return MOZILLA;
    const base = address.endsWith('/') ? address : `${address}/`;
    return { records: `${base}records.json`, attachments: base };
}
/** @throws EngineRefusal when the registry cannot be read. */
export async function fetchRegistry(mirror, signal) {
    let body;
    try {
        const response = await fetch(mirror.records, { signal });
        if (!response.ok)
            throw new Error(`it answered ${response.status}`);
        body = await response.json();
    }
    catch (cause) {
        signal.throwIfAborted();
        throw unreachable(mirror.records, cause);
    }
    const models = readRegistry(body);
    if (models === undefined)
        throw unreachable(mirror.records, new Error('its answer is no list of models'));
    return models;
}
/** The error for an address that gives nothing usable. */
export function unreachable(address, cause) {
    // Node says "fetch failed" and keeps what happened in the cause.
    const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const why = inner instanceof Error ? inner.message : String(inner);
    return new EngineRefusal('network', `Firefox's models cannot be fetched from ${address}: ${why}.`, {
        remedy: 'Check the network, or set FIREFOX_MODELS_URL to a mirror; what has been fetched is kept.',
        cause,
    });
}
