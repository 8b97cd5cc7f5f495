/**
 * A temporary project whose `translate()` runs in the tests' own process: for tests of what runs make of files, which run it
 * again and again. A process each, as `run()` starts, takes half a second of a processor, most of it to begin.
 */
import { parseArgs } from 'node:util';
import { engineOption, readTranslateOptions, translateOptions } from '../../scripts/commands/translate-options.ts';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import type { Invocation } from '../../scripts/project/entry.ts';
import { silentLog } from '../../scripts/project/log.ts';
import { exitCode, reportJson } from '../../scripts/project/report/report.ts';
import { errorLines } from '../../scripts/project/report/run-lines.ts';
import { translatedHere } from './in-process.ts';
import { temporaryProject as projectOfProcesses, type TemporaryProject } from './temporary-project.ts';

export function temporaryProject(files: Readonly<Record<string, string>> = {}): TemporaryProject {
  const project = projectOfProcesses(files);
  return {
    ...project,
    async translate(...args) {
      const lines: string[] = [];
      const invocation = invocationOf(project.root, args, lines);
      const variables = { ...process.env, DEEPL_AUTH_KEY: '', XDG_CACHE_HOME: project.cache };
      const opened = openProject(project.root, variables, engineOption(invocation));
      const options = readTranslateOptions(invocation, opened);
      const report = await translatedHere(opened, options, invocation.log);
      lines.push(...errorLines(report));
      return { code: exitCode(report, false), report: JSON.parse(reportJson(report)), stderr: lines.join('\n') };
    },
  };
}

/** @param lines takes what is said on stderr. */
function invocationOf(root: string, args: readonly string[], lines: string[]): Invocation {
  const types = Object.entries(translateOptions).map(([name, { type }]) => {
    return [name, { type: type === 'boolean' ? ('boolean' as const) : ('string' as const) }] as const;
  });
  // As the entry does: an option whose value may be left out has an empty one.
  const full = args.map((arg) => (translateOptions[arg.replace(/^--/, '')]?.type === 'optional' ? `${arg}=` : arg));
  const { values } = parseArgs({ args: full, options: Object.fromEntries(types) });
  const log = { ...silentLog, error: (line: string) => void lines.push(line) };
  return {
    root,
    json: true,
    log,
    words: [],
    text(name) {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
    list: () => [],
    signal: new AbortController().signal,
    print: () => undefined,
  };
}
