/**
 * Checks of a project's own: one file of JavaScript each, named in the configuration. Such a file is a program of the
 * project, like its build scripts; what it says is data, and what it throws is told with its name.
 */
import { pathToFileURL } from 'node:url';
import { z } from 'zod/mini';
import { ConfigurationError } from '../project/errors.ts';
import { existingInProject } from '../project/paths.ts';
import { WARNS, type Check, type CheckInput, type Fault, type OwnFault } from './check.ts';

const ownCheck = z.object({
  name: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  description: z.string(),
  severity: z.optional(z.enum(['error', 'warning'])),
  refuses: z.optional(z.boolean()),
  remedy: z.optional(z.string()),
  run: z.custom<(input: CheckInput) => unknown>((value) => typeof value === 'function'),
});

const faults = z.array(
  z.object({
    message: z.string(),
    severity: z.optional(z.enum(['error', 'warning'])),
    find: z.optional(z.string()),
  }),
);

/**
 * Loads the checks that the configuration names.
 * @param files relative to the root, each exporting one object like `OwnCheck`, under any name
 * @param taken names of the rules that Glossa has
 * @throws ConfigurationError for a file that is not there, lies outside of the project, cannot be loaded, or holds no check
 */
export async function loadOwnChecks(
  root: string,
  files: readonly string[],
  taken: readonly string[],
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const file of files) {
    const check = readCheck(await load(root, file), file);
    if (taken.includes(check.name) || checks.some(({ name }) => name === check.name))
      throw invalid(file, `the name "${check.name}" is taken by another check`);
    checks.push(check);
  }
  return checks;
}

async function load(root: string, file: string): Promise<object> {
  const path = existingInProject(root, file);
  if (path === undefined) throw invalid(file, 'the file of this check is not there');
  if (!/\.m?js$/.test(file)) throw invalid(file, 'a check is a file of JavaScript (.js, .mjs)');
  try {
    const module: unknown = await import(pathToFileURL(path).href);
    return typeof module === 'object' && module !== null ? module : {};
  } catch (cause) {
    throw invalid(file, `the check cannot be loaded (${reasonOf(cause)})`, cause);
  }
}

function readCheck(module: object, file: string): Check {
  const found = Object.values(module).flatMap((value) => {
    const { success, data } = ownCheck.safeParse(value);
    return success ? [data] : [];
  });
  const [own] = found;
  if (own === undefined || found.length > 1) throw invalid(file, 'it exports no check, or more than one');
  const { run, ...rule } = own;
  const { name, description, severity = WARNS.severity, refuses = false, remedy = WARNS.remedy } = rule;
  return {
    ...WARNS,
    name,
    description,
    severity,
    refuses,
    remedy,
    say: () => description,
    run(input) {
      let said: unknown;
      try {
        said = run(input);
      } catch (cause) {
        throw invalid(file, `the check "${rule.name}" failed (${reasonOf(cause)})`, cause);
      }
      const { success, data } = faults.safeParse(said);
      if (!success) throw invalid(file, `the check "${rule.name}" gave no list of { message, severity?, find? }`);
      return data.map((fault) => faultOf(fault, input));
    },
  };
}

/** The message is kept as it is: whoever reads the record later may not have the check. */
function faultOf({ message, severity, find }: OwnFault, input: CheckInput): Fault {
  const at = find === undefined || find === '' ? -1 : input.target.indexOf(find);
  return {
    ...(severity === undefined ? {} : { severity }),
    parameters: { said: message.replace(/\s+/g, ' ') },
    span: at < 0 || find === undefined ? undefined : [at, at + find.length],
  };
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
}

function invalid(file: string, message: string, cause?: unknown): ConfigurationError {
  const details = { place: { file }, remedy: 'Mend it, or take it out of "checks" in l10n.config.json.' };
  return new ConfigurationError(`${message}.`, cause === undefined ? details : { ...details, cause });
}
