/** What the account has used and may use in its billing period. */
import { EngineRefusal } from '../../project/errors.js';
/** @returns undefined where the service does not say; a wrong key or a dead line shows in the translation itself. */
export async function readQuota({ client }) {
    try {
        const { character } = await client.getUsage();
        const { count: used, limit } = character ?? {};
        return typeof used === 'number' && typeof limit === 'number' ? { used, limit } : undefined;
    }
    catch {
        return undefined;
    }
}
/** @throws EngineRefusal when nothing is left. */
export function requireQuota(quota) {
    if (quota === undefined || quota.used < quota.limit)
        return;
    throw new EngineRefusal('quota', `DeepL: all ${quota.limit} characters of this billing period are used.`, {
        remedy: 'Wait for the next billing period or raise the limit of the DeepL account.',
    });
}
