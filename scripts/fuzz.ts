import { createHash } from 'node:crypto';
import { playHistory } from './fuzz/history.ts';
import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';

await enter({
  name: 'fuzz',
  summary:
    'Plays random histories of edits, renames, deletions, kills and partial runs in temporary projects: no word of a person is lost, no gap left, nothing paid twice.',
  options: {
    minutes: { type: 'string', value: 'N', help: 'how long (default: 1)' },
    seed: { type: 'string', value: 'N', help: 'the first history; the others follow (default: by the day)' },
  },
  async run({ json, text, log, print, signal }) {
    const minutes = Number(text('minutes') ?? '1');
    const day = createHash('sha256').update(new Date().toISOString().slice(0, 10)).digest().readUInt16BE(0) * 1000;
    const seed = Number(text('seed') ?? day);
    if (!(minutes > 0) || !Number.isSafeInteger(seed) || seed < 0)
      throw new UsageError('--minutes is more than 0, --seed a whole number.');
    const end = performance.now() + minutes * 60_000;
    let histories = 0;
    let runs = 0;
    while (performance.now() < end && !signal.aborted) {
      const result = await playHistory(seed + histories, signal);
      histories += 1;
      runs += result.runs;
      const { finding } = result;
      if (finding === undefined) continue;
      if (json) print(JSON.stringify({ histories, runs, finding }, null, 2));
      else {
        for (const step of finding.steps) print(`  ${step}`);
        print(`Seed ${finding.seed}: ${finding.rule}: ${finding.detail.trim()}`);
      }
      return 1;
    }
    if (json) print(JSON.stringify({ histories, runs }));
    else log.line(`${histories} histories from seed ${seed}, ${runs} runs: nothing found.`);
    return 0;
  },
});
