/** What a run says on stderr: plain lines, and on a terminal one live line a language. */
/** Says nothing. */
export const silentLog = { line: () => { }, error: () => { }, progress: () => { }, close: () => { } };
/** Replaces characters that would drive a terminal (escape sequences in file names or text). */
export function printable(text) {
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
/** @param quiet only errors are said. */
export function createLog(output, quiet) {
    const live = new Map();
    const terminal = output.isTTY === true && process.env['CI'] === undefined && process.env['TERM'] !== 'dumb';
    let drawn = 0;
    let lastDraw = 0;
    const erase = () => {
        if (drawn > 0)
            output.write(`\u001b[${drawn}A\u001b[0J`);
        drawn = 0;
    };
    const draw = () => {
        erase();
        const width = Math.max(10, Math.min(30, (output.columns ?? 80) - 30));
        for (const [name, { done, total }] of live) {
            const filled = total === 0 ? width : Math.round((done / total) * width);
            output.write(`  ${name.padEnd(8)} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}\n`);
        }
        drawn = live.size;
    };
    const say = (text) => {
        erase();
        output.write(`${printable(text)}\n`);
        if (terminal)
            draw();
    };
    return {
        line(text) {
            if (!quiet)
                say(text);
        },
        error: say,
        progress(name, done, total) {
            if (quiet)
                return;
            live.set(name, { done, total });
            if (!terminal)
                return;
            const now = performance.now();
            if (done !== total && now - lastDraw < 80)
                return;
            lastDraw = now;
            draw();
        },
        close() {
            erase();
            // Only now: a run finds more to do while it is at work.
            if (!terminal)
                for (const [name, { done, total }] of live)
                    output.write(`${name}: ${done} of ${total} units\n`);
            live.clear();
        },
    };
}
