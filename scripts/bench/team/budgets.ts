/** Eight workers on one account, and budgets that end in the middle of the work: never passed, by one character. */
import type { Figure } from '../figure.ts';
import { seededRandom } from '../segment-generator.ts';
import { withStub } from '../workbench.ts';
import { setLimits } from '../../team/limits.ts';
import { accountOf } from '../../team/workers/account.ts';
import { filesOf, keyOf, stopAll, succeeded, type Fleet } from './fleet.ts';

const WORKERS = 8;
const SIZE = { articles: 12, namespaces: 0, keys: 0, languages: ['it', 'de', 'fr', 'es'] };

export async function budgets(fleet: Fleet, share: number): Promise<Figure[]> {
  const runs = Math.max(2, Math.round(20 * share));
  const random = seededRandom(3);
  const source = fleet.project(filesOf(SIZE));
  return withStub({ latency: 20 }, async (stub) => {
    await succeeded(fleet.translate(fleet.copy(source), [], { ...keyOf(stub), DATABASE_URL: '' }));
    const whole = stub.billed();
    const workers = await Promise.all(
      Array.from({ length: WORKERS }, () => fleet.worker(['--engines', 'deepl', '--concurrency', '2'], keyOf(stub))),
    );
    const account = accountOf('deepl', keyOf(stub));
    let [passed, unused] = [0, 0];
    for (let run = 0; run < runs; run++) {
      await fleet.forgetAll();
      const budget = Math.floor(whole * random());
      await setLimits(fleet.database, 'deepl', account, { charactersAMonth: Math.max(1, budget) });
      const before = stub.billed();
      await fleet.translate(fleet.copy(source)).ended;
      const spent = stub.billed() - before;
      passed += Number(spent > Math.max(1, budget));
      unused = Math.max(unused, budget - spent);
    }
    await stopAll(workers);
    await setLimits(fleet.database, 'deepl', account, { charactersAMonth: 0 });
    await fleet.forgetAll();
    return [
      {
        figure: `budget, ${runs} runs of ${WORKERS} workers: runs that passed it`,
        measured: passed,
        unit: '',
        most: 0,
      },
      { figure: 'budget: characters of it that no text fitted into, most', measured: unused, unit: '' },
    ];
  });
}
