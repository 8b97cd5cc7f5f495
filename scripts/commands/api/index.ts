/**
 * Glossa from other programs: the commands as functions. Nothing is printed; errors of files and languages are in the result.
 *
 * @example
 * import { translate, check } from 'glossa';
 * const { exitCode, report } = await translate({ root: '.', to: ['es'], dryRun: true });
 */
import { resolve } from 'node:path';
import { exclusively } from '../../locales/exclusive-run.ts';
import { openProject } from '../../pipeline/see/project.ts';
import { silentLog } from '../../project/log.ts';
import { exitCode, reportJson } from '../../project/report/report.ts';
import { adopt as adoptProject } from '../adopt/index.ts';
import { checkJson } from '../check-report.ts';
import { checkProject } from '../check.ts';
import { PLAIN_RUN, translate as translateProject } from '../translate.ts';

export interface ProjectOptions {
  /** The project's folder; default: where the program was started. */
  readonly root?: string;
  /** Only these target languages. */
  readonly to?: readonly string[];
}

export interface TranslateOptions extends ProjectOptions {
  /** Only these source files: a path, a namespace or a glob. */
  readonly only?: string;
  /** An engine in place of the configured one. */
  readonly engine?: string;
  /** Nobody is asked and nothing written. */
  readonly dryRun?: boolean;
  /** Stop before more than so many characters are sent. */
  readonly maxCharacters?: number;
  /** Ends the run; what is finished is saved. */
  readonly signal?: AbortSignal;
}

export interface Result {
  /** As the command of the same name ends: 0, 1, 2 or 3. */
  readonly exitCode: number;
  /** What the command prints with `--json`. */
  readonly report: unknown;
}

/** Translates what is new or changed. @throws Error when the project cannot be opened. */
export async function translate(options: TranslateOptions = {}): Promise<Result> {
  const { root = '.', to, only, engine, dryRun = false, maxCharacters, signal } = options;
  const project = openProject(resolve(root), process.env, engine);
  const asked = { ...PLAIN_RUN, to, only, maxCharacters, dryRun };
  const report = await exclusively(
    project,
    () => undefined,
    (files) =>
      translateProject(project, asked, { files, log: silentLog, signal: signal ?? new AbortController().signal }),
  );
  return { exitCode: exitCode(report, false), report: JSON.parse(reportJson(report)) };
}

/** How far each language is, and what is wrong; writes nothing. @throws Error when the project cannot be opened. */
export async function check(options: ProjectOptions = {}): Promise<Result> {
  const { root = '.', to } = options;
  const report = await checkProject(openProject(resolve(root), process.env), to);
  const isWrong = report.errors.length > 0 || report.faults.some(({ severity }) => severity === 'error');
  return { exitCode: isWrong ? 1 : 0, report: JSON.parse(checkJson(report)) };
}

/** Takes over the translations that are there. @throws Error when the project cannot be opened. */
export async function adopt(options: ProjectOptions & { readonly dryRun?: boolean } = {}): Promise<Result> {
  const { root = '.', to, dryRun = false } = options;
  const project = openProject(resolve(root), process.env);
  const asked = { to, only: undefined, keepEqual: false };
  const { signal } = new AbortController();
  const { adoption } = dryRun
    ? await adoptProject(project, asked, undefined, silentLog, signal)
    : await exclusively(
        project,
        () => undefined,
        (files) => adoptProject(project, asked, files, silentLog, signal),
      );
  return { exitCode: 0, report: adoption };
}
