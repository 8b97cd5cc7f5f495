/** One random history of a project, with what must hold after each run. */
import { act, type Words } from './acts.ts';
import { createProject, LANGUAGES, type Ended, type FuzzedProject } from './fuzzed-project.ts';
import { createRandom, type Random } from './random.ts';

export interface Finding {
  readonly seed: number;
  /** What must hold and did not. */
  readonly rule: string;
  readonly detail: string;
  readonly steps: readonly string[];
}

export interface HistoryResult {
  readonly runs: number;
  readonly finding: Finding | undefined;
}

const ROUNDS = 12;

/** Plays the history of a seed: the same one each time. */
export async function playHistory(seed: number, signal: AbortSignal): Promise<HistoryResult> {
  const random = createRandom(seed);
  const project = createProject();
  const steps: string[] = [];
  const found = (rule: string, detail: string): HistoryResult => ({ runs, finding: { seed, rule, detail, steps } });
  let runs = 0;
  let count = 0;
  const givenUp = new Set<string>();
  const words: Words = {
    next: () => `PAROLA${seed}X${(count += 1)}Y`,
    giveUp: (text) => {
      for (const one of text.match(WORD) ?? []) givenUp.add(one);
    },
  };
  const kept = (): Set<string> => new Set([...wordsOf(project)].filter((one) => !givenUp.has(one)));
  const run = async (args: readonly string[], killAfter?: number): Promise<Ended> => {
    runs += 1;
    steps.push(`translate ${args.join(' ')}${killAfter === undefined ? '' : ` (killed after ${killAfter} ms)`}`);
    return project.run('translate', args, killAfter);
  };
  try {
    for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
      for (let left = random.below(4) + 1; left > 0; left--) {
        const step = act(project, random, words);
        if (step !== undefined) steps.push(step);
      }
      if (project.files('source').length === 0) continue;
      const before = kept();
      const killAfter = random.chance(15) ? 150 + random.below(500) : undefined;
      const ended = await run(options(random), killAfter);
      const lost = lostOf(project, before);
      if (lost.length > 0) return found('no word of a person is lost', `${lost.join(', ')}\n${ended.stderr}`);
      if (/unexpected error/.test(ended.stderr)) return found('no run dies', ended.stderr);
      const settled = await settle(project, kept(), run);
      if (settled !== undefined) return found(...settled);
    }
    return { runs, finding: undefined };
  } finally {
    project.close();
  }
}

function options(random: Random): string[] {
  const args: string[] = [];
  if (random.chance(25)) args.push('--to', random.pick(LANGUAGES) ?? 'it');
  if (random.chance(15)) args.push('--only', random.pick(['s0', 's1', 'a0', 'a1']) ?? 's0');
  if (random.chance(20)) args.push('--redo');
  if (random.chance(20)) args.push('--prune');
  if (random.chance(15)) args.push('--accept-suggestions');
  return args;
}

type Broken = [rule: string, detail: string];

/** A whole run, then another: the second finds nothing to do; `check` says what an independent count says. */
async function settle(
  project: FuzzedProject,
  before: ReadonlySet<string>,
  run: (args: readonly string[]) => Promise<Ended>,
): Promise<Broken | undefined> {
  const first = await run(['--json']);
  const lost = lostOf(project, before);
  if (lost.length > 0) return ['no word of a person is lost', `${lost.join(', ')}\n${first.stderr}`];
  if (first.code !== 0) return undefined;
  const second = await run(['--json']);
  const paid = Number(JSON.parse(second.stdout).characters);
  if (second.code !== 0 || paid !== 0)
    return ['no unit is paid twice', `${second.code}: ${second.stdout}${second.stderr}`];
  const missing = gaps(project);
  const check = await project.run('check', ['--quiet']);
  if (missing.length > 0) return ['a run that ends with 0 leaves no gap', missing.join('\n')];
  // A person's text may lack what its source has, or be stale: that is theirs to settle.
  if (check.code !== 0 && wordsOf(project).size === 0) return ['check agrees with an independent count', check.stdout];
  return undefined;
}

const WORD = /PAROLA\d+X\d+Y/g;

function lostOf(project: FuzzedProject, before: ReadonlySet<string>): string[] {
  const now = wordsOf(project);
  return [...before].filter((one) => !now.has(one));
}

/** The words that people wrote, as far as they stand anywhere. */
function wordsOf(project: FuzzedProject): Set<string> {
  const text = project.files('locales').map((file) => project.read(file));
  return new Set(text.flatMap((one) => one.match(WORD) ?? []));
}

/** i18next keys without a value, and values without a placeholder of their source, where no person wrote them. */
function gaps(project: FuzzedProject): string[] {
  return project
    .files('source')
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      LANGUAGES.flatMap((language) => {
        const bundle = file.replace('source/', `locales/${language}/`);
        const source: Record<string, string> = JSON.parse(project.read(file));
        const target: Record<string, string> = project.has(bundle) ? JSON.parse(project.read(bundle)) : {};
        return Object.entries(source).flatMap(([key, text]) => {
          const value = target[key];
          if (value === undefined) return [`${bundle} lacks ${key}`];
          const isDamaged = text.includes('{{name}}') && !value.includes('{{name}}') && !value.includes('PAROLA');
          return isDamaged ? [`${bundle} lacks the placeholder of ${key}: ${value}`] : [];
        });
      }),
    );
}
