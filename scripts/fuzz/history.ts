/** One random history of a project, with what must hold after each run. */
import { act, type Words } from './acts.ts';
import type { TranslateOptions } from '../pipeline/job.ts';
import { createProject, LANGUAGES, type FuzzedProject } from './fuzzed-project.ts';
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
    formerly: new Map(),
    giveUp: (text) => {
      for (const one of text.match(WORD) ?? []) givenUp.add(one);
    },
  };
  const kept = (): Set<string> => new Set([...wordsOf(project)].filter((one) => !givenUp.has(one)));
  const told = (step: string): void => {
    runs += 1;
    steps.push(step);
  };
  try {
    for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
      for (let left = random.below(4) + 1; left > 0; left--) {
        const step = act(project, random, words);
        if (step !== undefined) steps.push(step);
      }
      if (project.files('source').length === 0) continue;
      const before = kept();
      const ended = await anyRun(project, random, told);
      const lost = lostOf(project, before);
      if (lost.length > 0) return found('no word of a person is lost', `${lost.join(', ')}\n${ended}`);
      if (/unexpected error/.test(ended)) return found('no run dies', ended);
      const settled = await settle(project, kept(), told);
      if (settled !== undefined) return found(...settled);
    }
    return { runs, finding: undefined };
  } finally {
    project.close();
  }
}

/** A run of some kind. @returns what it said */
async function anyRun(project: FuzzedProject, random: Random, told: (step: string) => void): Promise<string> {
  const options = optionsOf(random);
  if (random.chance(8)) {
    const after = 150 + random.below(500);
    const args = argumentsOf(options);
    told(`translate ${args.join(' ')} (killed after ${after} ms)`);
    await project.killed(args, after);
    return '';
  }
  if (random.chance(10)) {
    told('render');
    return (await project.render()).said;
  }
  told(`translate ${argumentsOf(options).join(' ')}`);
  return (await project.translate(options)).said;
}

type Options = Partial<TranslateOptions>;

function optionsOf(random: Random): Options {
  return {
    ...(random.chance(25) ? { to: [random.pick(LANGUAGES) ?? 'it'] } : {}),
    ...(random.chance(15) ? { only: random.pick(['s0', 's1', 'a0', 'a1']) ?? 's0' } : {}),
    ...(random.chance(20) ? { redo: true } : {}),
    ...(random.chance(20) ? { prune: true } : {}),
    ...(random.chance(15) ? { acceptSuggestions: true } : {}),
  };
}

function argumentsOf({ to, only, redo, prune, acceptSuggestions }: Options): string[] {
  return [
    ...(to === undefined ? [] : ['--to', to.join(',')]),
    ...(only === undefined ? [] : ['--only', only]),
    ...(redo === true ? ['--redo'] : []),
    ...(prune === true ? ['--prune'] : []),
    ...(acceptSuggestions === true ? ['--accept-suggestions'] : []),
  ];
}

type Broken = [rule: string, detail: string];

/** A whole run, then another: the second finds nothing to do; `check` says what an independent count says. */
async function settle(
  project: FuzzedProject,
  before: ReadonlySet<string>,
  told: (step: string) => void,
): Promise<Broken | undefined> {
  told('translate');
  const first = await project.translate();
  const lost = lostOf(project, before);
  if (lost.length > 0) return ['no word of a person is lost', `${lost.join(', ')}\n${first.said}`];
  if (/unexpected error/.test(first.said)) return ['no run dies', first.said];
  const shown = hostileIn(project);
  if (shown.length > 0) return ['what check refuses stands in no article', shown.join('\n')];
  if (first.code !== 0) return undefined;
  told('translate');
  const second = await project.translate();
  if (second.code !== 0 || second.characters !== 0)
    return ['no unit is paid twice', `${second.code}: ${second.characters} characters, ${second.said}`];
  const missing = gaps(project);
  const check = await project.check();
  if (missing.length > 0) return ['a run that ends with 0 leaves no gap', missing.join('\n')];
  // A person's text may lack what its source has, or be stale: that is theirs to settle.
  if (check.code !== 0 && wordsOf(project).size === 0) return ['check agrees with an independent count', check.said];
  return undefined;
}

/** Articles with a comment that a person wrote into a bundle; in a title it is but text. */
function hostileIn(project: FuzzedProject): string[] {
  return project.files('locales').flatMap((file) => {
    const lines = file.endsWith('.md') ? project.read(file).match(/^(?!title:).*<!-- .*$/gm) : null;
    return (lines ?? []).map((line) => `${file}: ${line}`);
  });
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
        const record = bundle.replace('locales/', 'locales/.review/');
        const approved = project.has(record) ? project.read(record) : '';
        return Object.entries(source).flatMap(([key, text]) => {
          const value = target[key];
          if (value === undefined) return [`${bundle} lacks ${key}`];
          // What somebody wrote or approved stays as it is when its source changes; so does what lost its line of the
          // record, which makes it a person's. `check` tells both.
          const isApproved = new RegExp(`{"key":"${key}","state":"(?:final|reviewed)"`).test(approved);
          const isTheirs = value.includes('PAROLA') || isApproved;
          const isDamaged = text.includes('{{name}}') && !value.includes('{{name}}') && !isTheirs;
          return isDamaged ? [`${bundle} lacks the placeholder of ${key}: ${value}`] : [];
        });
      }),
    );
}
