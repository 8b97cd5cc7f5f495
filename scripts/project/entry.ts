/**
 * What every entry shares: options, exit codes, Ctrl-C. The one place where an error becomes text and a code.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { describe, GlossaError, UsageError, type ExitCode } from './errors.ts';
import { createLog, oneLine, type Log, tameJson } from './log.ts';
import { nearest } from './nearest.ts';
import { asCalled, defaultRoot } from './program.ts';

export interface OptionHelp {
  /** `optional`: a text that may be left out (`--redo`, `--redo=apertium`); empty then. `list`: may be given again and again. */
  readonly type: 'string' | 'boolean' | 'optional' | 'list';
  /** Placeholder of the value in the help text. */
  readonly value?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** What is written after the name, for the help text. */
  readonly examples?: readonly string[];
  /** The words after the name, for the usage line: `approve|reject|list`. */
  readonly words?: string;
  readonly options: Readonly<Record<string, OptionHelp>>;
  /** It runs until it is told to stop: that is no interruption. */
  readonly isService?: boolean;
  /** It leaves nothing half done: Ctrl-C ends it where it stands, in the middle of a long file too. */
  readonly endsAnywhere?: boolean;
  /** @returns the exit code. */
  run(invocation: Invocation): Promise<ExitCode>;
}

export interface Invocation {
  /** The project, as given with --root; default: the repository that this file belongs to. */
  readonly root: string;
  readonly json: boolean;
  readonly log: Log;
  readonly words: readonly string[];
  /** The value of an option, where it was given. */
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
  /** All values of an option that may be given again. */
  readonly list: (option: string) => readonly string[];
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Writes the result on stdout. */
  readonly print: (text: string) => void;
}

const COMMON: Readonly<Record<string, OptionHelp>> = {
  root: { type: 'string', value: 'DIR', help: 'the project (default: this one)' },
  json: { type: 'boolean', help: 'one JSON document on stdout' },
  quiet: { type: 'boolean', help: 'only results and errors' },
  help: { type: 'boolean', help: 'this text' },
};

/**
 * A command ends soon: V8 compiles only what is really busy. Its compiler took 3.5 of the 13 CPU-seconds of the bench's cold
 * run, now 1, and a tenth of those of a run with nothing to do. From version 12 on V8 has no such flag, and says so on stderr.
 */
function optimizeLess(): void {
  if (Number(process.versions.v8.split('.', 1)[0]) < 12) setFlagsFromString('--interrupt-budget=500000');
}

/** Runs a command with this process's arguments and sets the exit code. */
export async function enter(command: Command): Promise<void> {
  optimizeLess();
  const abort = new AbortController();
  let interrupted = false;
  const interrupt = (): void => {
    // The second Ctrl-C is meant: leave at once, what is finished is on disk already.
    if (interrupted) process.exit(130);
    interrupted = true;
    abort.abort(new Error('interrupted'));
  };
  // A reader that has seen enough (`| head`) ends the output, not the work; a full disk does not, but half a result is none.
  let isCut = false;
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || isCut) return;
      isCut = true;
      process.exitCode = 2;
      process.stderr.write(`error: the output cannot be written (${error.code ?? error.message}).\n`);
    });
  }
  if (command.endsAnywhere !== true) process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  let code: ExitCode;
  try {
    code = await runCommand(command, process.argv.slice(2), abort.signal);
  } catch (error) {
    const isInterruption = interrupted && error === abort.signal.reason;
    process.stderr.write(isInterruption ? 'interrupted\n' : `${errorText(error)}\n`);
    code = error instanceof GlossaError ? error.exitCode : 1;
  }
  process.exitCode = interrupted && command.isService !== true ? 130 : isCut ? 2 : code;
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
}

/** @throws UsageError on an unknown option, with the nearest known one. */
async function runCommand(command: Command, argv: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  const options = { ...command.options, ...COMMON };
  const { values, positionals } = parse(argv, options, command);
  const print = (text: string): void => {
    process.stdout.write(`${values['json'] === true ? tameJson(text) : text}\n`);
  };
  if (values['help'] === true) {
    print(helpText(command, options));
    return 0;
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const log = createLog(process.stderr, values['quiet'] === true);
  try {
    return await command.run({
      root: text('root') ?? defaultRoot(),
      json: values['json'] === true,
      log,
      words: positionals,
      text,
      flag: (name) => values[name] === true,
      list: (name) => [values[name] ?? []].flat().filter((value) => typeof value === 'string'),
      signal,
      print,
    });
  } finally {
    log.close();
  }
}

function parse(argv: readonly string[], options: Readonly<Record<string, OptionHelp>>, command: Command) {
  const config: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, { type }] of Object.entries(options))
    config[name] = { type: type === 'boolean' ? type : 'string', multiple: type === 'list' };
  try {
    return parseArgs({
      args: withEmptyValues(argv, options),
      options: config,
      allowPositionals: command.words !== undefined,
      strict: true,
    });
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split(/\.(?: |$)/, 1)[0] ?? '') : '';
    const wrong = /--?([\w-]+)/.exec(message)?.[1] ?? '';
    const near = wrong in options ? undefined : nearest(wrong, Object.keys(options));
    throw new UsageError(`${message}.`, {
      remedy: near === undefined ? `See npm run ${command.name} -- --help.` : `Did you mean --${near}?`,
      cause,
    });
  }
}

/** `--redo` alone becomes `--redo=`; the word after it is its value only if it is not another option. */
function withEmptyValues(argv: readonly string[], options: Readonly<Record<string, OptionHelp>>): string[] {
  return argv.map((argument, index) => {
    const isOptional = argument.startsWith('--') && options[argument.slice(2)]?.type === 'optional';
    const next = argv[index + 1];
    return isOptional && (next === undefined || next.startsWith('-')) ? `${argument}=` : argument;
  });
}

function helpText(command: Command, options: Readonly<Record<string, OptionHelp>>): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const value =
      option.value === undefined ? '' : option.type === 'optional' ? `[=${option.value}]` : ` ${option.value}`;
    const left = `  --${name}${value}`;
    return `${left.padEnd(28)}${option.help}`;
  });
  const words = command.words === undefined ? '' : `${command.words} `;
  const examples =
    command.examples?.map((example) => `  npm run ${command.name} --${example === '' ? '' : ` ${example}`}`) ?? [];
  const shown = examples.length === 0 ? [] : ['', 'Examples:', ...examples];
  const usage = `npm run ${command.name} -- ${words}[options]`;
  return asCalled([usage, '', command.summary, '', ...rows, ...shown].join('\n'));
}

/** An error for the user in one line; an unexpected one with its stack, because it is ours to mend. */
function errorText(error: unknown): string {
  if (error instanceof GlossaError) return oneLine(`error: ${describe(error)}`);
  if (!(error instanceof Error)) return oneLine(`unexpected error: ${String(error)}`);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [`unexpected error: ${error.name}: ${error.message}`, ...frames].map(oneLine).join('\n');
}
