/**
 * Child processes that turn one NUL-terminated message into another: a pipeline that stays alive between
 * messages, and a program that is started anew for each one. Both survive the death of a child: the message is
 * sent again to a new one.
 */
import { spawn } from 'node:child_process';
/** All attempts failed: the child died or did not answer in time. */
export class StageFailure extends Error {
}
/**
 * Ends every message, and must be at the end of every answer. The blank is needed: a full stop directly before the NUL
 * gets lost in the analyser. A stage that dies half way leaves an answer without it.
 */
const END = '[][\n]';
const ATTEMPTS = 3;
/** A pipeline without work for so long gives its memory back (some 100 MB); a new one takes 0.3 s. */
const IDLE = 5_000;
const running = new Set();
let watching = false;
function start(argv, options) {
    if (!watching) {
        watching = true;
        process.on('exit', () => running.forEach(kill));
    }
    const [command = '', ...parameters] = argv;
    // In a process group of its own, so that all stages of a pipeline can be killed at once.
    const child = spawn(command, parameters, {
        stdio: ['pipe', 'pipe', 'ignore'],
        detached: true,
        env: { ...options.environment },
    });
    running.add(child);
    child.on('close', () => running.delete(child));
    // Both are seen as the end of the child's output.
    child.on('error', () => undefined);
    child.stdin.on('error', () => undefined);
    return child;
}
function kill(child) {
    child.stdin.destroy();
    if (child.pid === undefined || !running.has(child))
        return;
    try {
        process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // It has ended already.
    }
}
/** Resolves with what a child writes up to `done`; rejects when it ends before that, or the time is over. */
function answer(child, milliseconds, done) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        const settle = (error) => {
            clearTimeout(timer);
            child.stdout.off('data', onData).off('close', onClose);
            if (error === undefined)
                resolve(Buffer.concat(chunks));
            else
                reject(new StageFailure(error));
        };
        const onData = (chunk) => {
            chunks.push(chunk);
            if (done(chunk, false))
                settle(undefined);
        };
        const onClose = () => settle(done(Buffer.alloc(0), true) ? undefined : 'a stage of the pipeline ended');
        const timer = setTimeout(() => settle(`no answer within ${milliseconds / 1000} s`), milliseconds);
        child.stdout.on('data', onData).on('close', onClose);
        if (child.stdout.destroyed)
            onClose();
    });
}
/** The text of an answer without its end; undefined when it was cut off. At its end a stage writes one more NUL. */
function whole(bytes) {
    const text = bytes.toString('utf8').replace(/\0+$/, '');
    return text.endsWith(END) && !text.includes('\0') ? text.slice(0, -END.length) : undefined;
}
async function attempts(once) {
    let reason = 'the answer was cut off';
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        try {
            const text = await once();
            if (text !== undefined)
                return text;
        }
        catch (error) {
            if (!(error instanceof StageFailure))
                throw error;
            reason = error.message;
        }
    }
    throw new StageFailure(reason);
}
/** Very long text takes longer: 100 kB was measured at 4 s. */
const patience = (message, options) => options.timeout + message.length;
/**
 * A shell pipeline that lives on between messages, started with the first one. One message is under way at a time.
 *
 * @param commands its stages, each a shell command.
 */
export function persistentStage(commands, options) {
    // A stage that ends takes the whole pipeline with it: the others would wait for ever, and we for them. It also ends
    // them when this process is killed and their input with it.
    const commandLine = commands.map((command) => `{ ${command}; kill -9 0; }`).join(' | ');
    let child;
    let last = Promise.resolve();
    let idle;
    const end = () => {
        clearTimeout(idle);
        if (child !== undefined)
            kill(child);
        child = undefined;
    };
    const once = async (message) => {
        // `$1` of a mode's command line is the generator's treatment of unknown words: `-n` leaves them unmarked.
        child ??= start(['sh', '-c', commandLine, 'apertium', '-n', ''], options);
        const reply = answer(child, patience(message, options), (bytes) => bytes.includes(0));
        child.stdin.write(`${message}${END}\0`);
        let text;
        try {
            text = whole(await reply);
        }
        finally {
            if (text === undefined)
                end();
        }
        return text;
    };
    return {
        run(message) {
            clearTimeout(idle);
            const result = last.then(() => attempts(() => once(message)));
            const settled = result
                .catch(() => undefined)
                .then(() => {
                if (last === settled && child !== undefined)
                    idle = setTimeout(end, IDLE).unref();
            });
            last = settled;
            return result;
        },
        close: end,
    };
}
/**
 * A program started anew for each message, because its answer would depend on the messages before. Some wait
 * ready, so that its start costs no time.
 */
export function freshStage(command, options) {
    const READY = 2;
    const ready = [];
    let idle;
    const end = () => {
        clearTimeout(idle);
        ready.splice(0).forEach(kill);
    };
    const refill = () => {
        while (ready.length < READY)
            ready.push(start(['sh', '-c', `exec ${command}`, 'apertium', '-n', ''], options));
    };
    const once = async (message) => {
        refill();
        const child = ready.shift();
        if (child === undefined)
            return undefined;
        const reply = answer(child, patience(message, options), (_, ended) => ended);
        child.stdin.end(`${message}${END}\0`);
        refill();
        try {
            return whole(await reply);
        }
        finally {
            kill(child);
        }
    };
    return {
        async run(message) {
            clearTimeout(idle);
            try {
                return await attempts(() => once(message));
            }
            finally {
                clearTimeout(idle);
                idle = setTimeout(end, IDLE).unref();
            }
        },
        close: end,
    };
}
