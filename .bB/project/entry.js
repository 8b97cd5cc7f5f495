/**
 * What every entry shares: options, exit codes, Ctrl-C. The one place where an error becomes text and a code.
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { describe, GlossaError, UsageError } from './errors.js';
import { createLog, printable } from './log.js';
import { nearest } from './nearest.js';
const COMMON = {
    root: { type: 'string', value: 'DIR', help: 'the project (default: this repository)' },
    json: { type: 'boolean', help: 'one JSON document on stdout' },
    quiet: { type: 'boolean', help: 'only results and errors' },
    help: { type: 'boolean', help: 'this text' },
};
/** Runs a command with this process's arguments and sets the exit code. */
export async function enter(command) {
    const abort = new AbortController();
    let interrupted = false;
    const interrupt = () => {
        // The second Ctrl-C is meant: leave at once, what is finished is on disk already.
        if (interrupted)
            process.exit(130);
        interrupted = true;
        abort.abort(new Error('interrupted'));
    };
    // A reader that has seen enough (`| head`) ends the output, not the work.
    for (const output of [process.stdout, process.stderr]) {
        output.on('error', (error) => {
            if (error.code !== 'EPIPE')
                throw error;
        });
    }
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', interrupt);
    let code;
    try {
        code = await runCommand(command, process.argv.slice(2), abort.signal);
    }
    catch (error) {
        process.stderr.write(`${printable(errorText(error))}\n`);
        code = error instanceof GlossaError ? error.exitCode : 1;
    }
    process.exitCode = interrupted ? 130 : code;
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
}
/** @throws UsageError on an unknown option, with the nearest known one. */
async function runCommand(command, argv, signal) {
    const options = { ...command.options, ...COMMON };
    const { values, positionals } = parse(argv, options, command);
    const print = (text) => {
        process.stdout.write(`${text}\n`);
    };
    if (values['help'] === true) {
        print(helpText(command, options));
        return 0;
    }
    const text = (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
    };
    const log = createLog(process.stderr, values['quiet'] === true);
    try {
        return await command.run({
            root: text('root') ?? fileURLToPath(new URL('../..', import.meta.url)),
            json: values['json'] === true,
            log,
            words: positionals,
            text,
            flag: (name) => values[name] === true,
            signal,
            print,
        });
    }
    finally {
        log.close();
    }
}
function parse(argv, options, command) {
    const config = {};
    for (const [name, { type }] of Object.entries(options))
        config[name] = { type: type === 'boolean' ? type : 'string' };
    try {
        return parseArgs({
            args: withEmptyValues(argv, options),
            options: config,
            allowPositionals: command.words !== undefined,
            strict: true,
        });
    }
    catch (cause) {
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
function withEmptyValues(argv, options) {
    return argv.map((argument, index) => {
        const isOptional = argument.startsWith('--') && options[argument.slice(2)]?.type === 'optional';
        const next = argv[index + 1];
        return isOptional && (next === undefined || next.startsWith('-')) ? `${argument}=` : argument;
    });
}
function helpText(command, options) {
    const rows = Object.entries(options).map(([name, option]) => {
        const value = option.value === undefined ? '' : option.type === 'optional' ? `[=${option.value}]` : ` ${option.value}`;
        const left = `  --${name}${value}`;
        return `${left.padEnd(28)}${option.help}`;
    });
    const words = command.words === undefined ? '' : `${command.words} `;
    return [`npm run ${command.name} -- ${words}[options]`, '', command.summary, '', ...rows].join('\n');
}
/** An error for the user in one line; an unexpected one with its stack, because it is ours to mend. */
function errorText(error) {
    if (error instanceof GlossaError)
        return `error: ${describe(error)}`;
    return `unexpected error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
