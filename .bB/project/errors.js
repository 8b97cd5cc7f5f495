/**
 * Every error that is meant for the user: what, where, what to do. `entry.ts` is the one place that turns them
 * into text and exit codes.
 */
/** Base of all errors for the user. */
export class GlossaError extends Error {
    place;
    /** What the user can do, a sentence; empty when the message says it. */
    remedy;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = new.target.name;
        this.place = details.place ?? {};
        this.remedy = details.remedy ?? '';
    }
}
/** Wrong options on the command line. */
export class UsageError extends GlossaError {
    exitCode = 2;
}
/** The project cannot run as it is configured: unknown language, missing engine, unwritable `locales`. */
export class ConfigurationError extends GlossaError {
    exitCode = 2;
}
/** One file cannot be read as what it is: broken front matter, a truncated bundle, a bad termbase row. */
export class SourceError extends GlossaError {
    exitCode = 1;
}
/** An engine will not go on: key, quota, network. */
export class EngineRefusal extends GlossaError {
    exitCode = 3;
    kind;
    /** What was sent, and paid, before the engine refused. */
    usage;
    constructor(kind, message, details = {}) {
        super(message, details);
        this.kind = kind;
    }
}
/** `file:line: [language] key: message. Remedy`, in one line. */
export function describe(error) {
    const { file, line, key, language } = error.place;
    const where = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
    const about = [language === undefined ? '' : `[${language}] `, key === undefined ? '' : `${key}: `].join('');
    const remedy = error.remedy === '' ? '' : ` ${error.remedy}`;
    return `${where}${about}${error.message}${remedy}`;
}
