/**
 * Every error that is meant for the user: what, where, what to do. `entry.ts` is the one place that turns them
 * into text and exit codes.
 */

/** Where an error was found; what is not known is left out. */
export interface Place {
  /** Relative to the project root, with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly key?: string;
  readonly language?: string;
}

export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Base of all errors for the user. */
export abstract class GlossaError extends Error {
  abstract readonly exitCode: ExitCode;
  readonly place: Place;
  /** What the user can do, a sentence; empty when the message says it. */
  readonly remedy: string;

  constructor(message: string, details: { place?: Place; remedy?: string; cause?: unknown } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.place = details.place ?? {};
    this.remedy = details.remedy ?? '';
  }
}

/** Wrong options on the command line. */
export class UsageError extends GlossaError {
  readonly exitCode = 2;
}

/** The project cannot run as it is configured: unknown language, missing engine, unwritable `locales`. */
export class ConfigurationError extends GlossaError {
  readonly exitCode = 2;
}

/** One file cannot be read as what it is: broken front matter, a truncated bundle, a bad termbase row. */
export class SourceError extends GlossaError {
  readonly exitCode = 1;
}

/** Git, or the forge that keeps the repository, would not do what was asked. */
export class RepositoryError extends GlossaError {
  readonly exitCode = 1;
}

export type RefusalKind = 'key' | 'quota' | 'rate' | 'network' | 'server' | 'unsupported' | 'unavailable';

/** An engine will not go on: key, quota, network. */
export class EngineRefusal extends GlossaError {
  readonly exitCode = 3;
  readonly kind: RefusalKind;
  /** What was sent, and paid, before the engine refused. */
  usage?: {
    readonly requests: number;
    readonly characters: number;
    readonly billed?: number;
    readonly wasted?: number;
  };

  constructor(kind: RefusalKind, message: string, details: { place?: Place; remedy?: string; cause?: unknown } = {}) {
    super(message, details);
    this.kind = kind;
  }
}

/** The database that a team shares does not answer. */
export class TeamError extends GlossaError {
  readonly exitCode = 3;
}

/** What was sent, and paid, when a run was interrupted. Not for the user: the run knows that it was. */
export class Interruption extends Error {
  readonly usage: NonNullable<EngineRefusal['usage']>;

  constructor(reason: unknown, usage: Interruption['usage']) {
    super(reason instanceof Error ? reason.message : String(reason), { cause: reason });
    this.usage = usage;
  }
}

/** `file:line: [language] key: message. Remedy`, in one line. */
export function describe(error: GlossaError): string {
  const { file, line, key, language } = error.place;
  const where = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  const about = [language === undefined ? '' : `[${language}] `, key === undefined ? '' : `${key}: `].join('');
  const remedy = error.remedy === '' ? '' : ` ${error.remedy}`;
  return `${where}${about}${error.message}${remedy}`;
}
