/** What the account has used and may use in its billing period. */
import { EngineRefusal } from '../../project/errors.ts';
import type { Service } from './service.ts';

export interface Quota {
  readonly used: number;
  readonly limit: number;
}

/** @returns undefined where the service does not say; a wrong key or a dead line shows in the translation itself. */
export async function readQuota({ client }: Service): Promise<Quota | undefined> {
  try {
    const { character } = await client.getUsage();
    const { count: used, limit } = character ?? {};
    return typeof used === 'number' && typeof limit === 'number' ? { used, limit } : undefined;
  } catch {
    return undefined;
  }
}

/** @throws EngineRefusal when nothing is left. */
export function requireQuota(quota: Quota | undefined): void {
  if (quota === undefined || quota.used < quota.limit) return;
  throw new EngineRefusal('quota', `DeepL: all ${quota.limit} characters of this billing period are used.`, {
    remedy: 'Wait for the next billing period or raise the limit of the DeepL account.',
  });
}
