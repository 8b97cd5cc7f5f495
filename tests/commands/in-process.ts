/** Commands run in the tests' own process, where it is what they do that is proved, and not the door. */
import { checkGate, type GateOptions } from '../../scripts/commands/gate/index.ts';
import { ruleOf } from '../../scripts/commands/gate/fault.ts';
import { PLAIN_RUN, translate } from '../../scripts/commands/translate.ts';
import { exclusively } from '../../scripts/locales/exclusive-run.ts';
import type { TranslateOptions } from '../../scripts/pipeline/job.ts';
import { openProject, type Project } from '../../scripts/pipeline/see/project.ts';
import { silentLog, type Log } from '../../scripts/project/log.ts';
import type { Report } from '../../scripts/project/report/report.ts';
import type { TemporaryProject } from './temporary-project.ts';

/** What `translate` does. */
export async function translated(
  { root, cache }: Pick<TemporaryProject, 'root' | 'cache'>,
  options: Partial<TranslateOptions> = {},
): Promise<Report> {
  return translatedHere(openProject(root, { XDG_CACHE_HOME: cache }), { ...PLAIN_RUN, ...options });
}

/** The same of a project that is open. @param log takes what is said on the way. */
export function translatedHere(project: Project, options: TranslateOptions, log: Log = silentLog): Promise<Report> {
  const signal = new AbortController().signal;
  return exclusively(project, log.error, (files) => translate(project, options, { files, log, signal }));
}

/** What `check` finds: one line a fault, as `error codes locales/es/a.json:3:9 es title`, in its order. */
export async function faultsOf(
  { root, cache }: Pick<TemporaryProject, 'root' | 'cache'>,
  options: Partial<GateOptions> = {},
): Promise<string[]> {
  const project = openProject(root, { XDG_CACHE_HOME: cache });
  const { report } = await checkGate(project, {
    languages: undefined,
    since: undefined,
    update: false,
    note: () => undefined,
    ...options,
  });
  const errors = report.errors.map(({ place, message }) => `error file ${place.file}:${place.line ?? ''} ${message}`);
  const faults = report.faults.map((fault) => {
    const { severity, file, line, column, language, key } = fault;
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    return [severity, ruleOf(fault), place, language, key].filter((part) => part !== undefined).join(' ');
  });
  return [...errors, ...faults];
}
