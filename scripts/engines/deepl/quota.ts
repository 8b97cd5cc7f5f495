/** What the account has used and may use in its billing period. */
import { EngineRefusal } from '../../project/errors.ts';
import { readUsage } from './api.ts';
import type { Account } from './account.ts';

export interface Quota {
  readonly used: number;
  readonly limit: number;
}

/** @returns undefined where the service does not say; a wrong key or a dead line shows in the translation itself. */
export async function readQuota(account: Account, signal: AbortSignal): Promise<Quota | undefined> {
  try {
    return await readUsage(account, signal);
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
