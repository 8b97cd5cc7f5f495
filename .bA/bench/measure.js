/** Runs a program and measures it with everything that it starts: seconds of CPU, seconds of wall time, peak memory. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
/** The shell adds nothing that could be measured, and knows the times of all its children when they have ended. */
const SHELL = '"$@"; code=$?; times >&3; exit $code';
const SAMPLE_MS = 20;
/**
 * @param command program and arguments.
 * @param variables on top of this process's environment.
 */
export function measure(command, variables = {}) {
    return new Promise((resolve, reject) => {
        const begin = performance.now();
        const child = spawn('/bin/sh', ['-c', SHELL, 'sh', ...command], {
            env: { ...process.env, ...variables },
            stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
        });
        const texts = ['', '', ''];
        for (const [index, stream] of [child.stdout, child.stderr, child.stdio[3]].entries()) {
            stream?.on('data', (chunk) => (texts[index] += chunk.toString('utf8')));
        }
        let peak = 0;
        const sample = () => {
            if (child.pid !== undefined)
                peak = Math.max(peak, residentBytes(child.pid));
        };
        const sampling = setInterval(sample, SAMPLE_MS);
        child.on('error', (error) => {
            clearInterval(sampling);
            reject(error);
        });
        child.on('close', (code) => {
            clearInterval(sampling);
            resolve({
                code,
                stdout: texts[0] ?? '',
                stderr: texts[1] ?? '',
                cpuSeconds: childSeconds(texts[2] ?? ''),
                wallSeconds: (performance.now() - begin) / 1000,
                peakMegabytes: peak === 0 ? undefined : peak / 1e6,
            });
        });
    });
}
/** The second line of the shell's `times`: user and system time of its children, as `0m0.12s 0m0.03s`. */
export function childSeconds(times) {
    const line = times.trim().split('\n')[1] ?? '';
    return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => {
        return sum + Number(minutes) * 60 + Number(seconds);
    }, 0);
}
/** Resident memory of a process and all below it, from /proc. */
function residentBytes(pid) {
    const status = read(`/proc/${pid}/status`);
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
    return children.reduce((sum, child) => sum + residentBytes(child), own);
}
function read(path) {
    try {
        return readFileSync(path, 'utf8');
    }
    catch {
        // Ended in the meantime, or no Linux.
        return '';
    }
}
