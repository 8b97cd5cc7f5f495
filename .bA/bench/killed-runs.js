/** Cold runs that are killed at random moments, and what the next run makes of what they left. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDeeplStub } from './deepl-stub.js';
import { generateProject, writeProject } from './project-generator.js';
import { seededRandom } from './segment-generator.js';
const TRANSLATE = fileURLToPath(new URL('../translate.js', import.meta.url));
/** @param translate the compiled entry. */
export async function killRuns(options, translate = TRANSLATE) {
    const home = mkdtempSync(join(tmpdir(), 'glossa-kills-'));
    try {
        return await killAll(options, home, translate);
    }
    finally {
        rmSync(home, { recursive: true, force: true });
    }
}
/** Draws a kill may take on average: an undisturbed run's length is measured, so that most moments hit. */
const MOST_DRAWS = 4;
async function killAll(options, home, translate) {
    const random = seededRandom(options.seed);
    const source = join(home, 'source');
    writeProject(source, generateProject(options.size, 'deepl', options.seed));
    const run = (name, stub) => startRun(translate, join(home, name), join(home, `${name}-cache`), options.concurrency, stub);
    const fresh = (name) => {
        for (const folder of [name, `${name}-cache`])
            rmSync(join(home, folder), { recursive: true, force: true });
        cpSync(source, join(home, name), { recursive: true });
    };
    const locales = (name) => readTree(join(home, name, 'locales'));
    // The second run is measured: the first one finds the machine cold, and its last moments would never be reached again.
    let length = 0;
    for (let warm = 0; warm < 2; warm++) {
        fresh('undisturbed');
        length = await withStub(options.latency, async (stub) => {
            const begin = performance.now();
            await run('undisturbed', stub).ended;
            return performance.now() - begin;
        });
    }
    const expected = locales('undisturbed');
    const result = { killed: 0, late: 0, failed: 0, human: 0 };
    const torn = [];
    const paidTwice = [];
    const different = [];
    while (result.killed < options.kills && result.killed + result.late < options.kills * MOST_DRAWS) {
        fresh('killed');
        await withStub(options.latency, async (stub) => {
            const first = run('killed', stub);
            const timer = setTimeout(first.kill, length * random());
            const { code: ended } = await first.ended;
            clearTimeout(timer);
            if (ended !== null) {
                result.late++;
                return;
            }
            result.killed++;
            torn.push(...tornFiles(expected, locales('killed')));
            // What was in flight is answered, and billed, though nobody listens any more.
            await new Promise((resolve) => setTimeout(resolve, options.latency * 2));
            const answered = unitsSent(stub);
            const { code, stdout } = await run('killed', stub).ended;
            if (code !== 0)
                result.failed++;
            result.human += humans(stdout);
            const again = new Set(unitsSent(stub).slice(answered.length).flat());
            paidTwice.push(answered.filter((units) => units.some((unit) => again.has(unit))).length);
            different.push(...differences(expected, locales('killed')));
        });
    }
    return { ...result, torn, paidTwice, different };
}
function startRun(translate, root, cache, concurrency, stub) {
    const args = [translate, '--root', root, '--quiet', '--json', '--concurrency', String(concurrency)];
    const variables = { XDG_CACHE_HOME: cache, DEEPL_SERVER_URL: stub.url, DEEPL_AUTH_KEY: 'stub-key' };
    const child = spawn(process.execPath, args, {
        env: { ...process.env, ...variables },
        stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    return {
        ended: new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', (code) => resolve({ code, stdout }));
        }),
        kill: () => child.kill('SIGKILL'),
    };
}
async function withStub(latency, work) {
    const stub = await startDeeplStub({ latency });
    try {
        return await work(stub);
    }
    finally {
        await stub.close();
    }
}
/** The units of each answered request, with their target language. */
function unitsSent({ requests }) {
    return requests
        .filter(({ path, status }) => path.startsWith('/v2/translate') && status === 200)
        .map(({ fields, texts }) => {
        const target = fields.find(([name]) => name === 'target_lang')?.[1] ?? '';
        return texts.flatMap((text) => [...text.matchAll(/<u[^>]*>([^]*?)<\/u>/g)].map(([, unit]) => `${target} ${unit}`));
    });
}
function humans(stdout) {
    return [...stdout.matchAll(/"human": (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}
function readTree(folder) {
    if (!existsSync(folder))
        return new Map();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile());
    return new Map(files.toSorted().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
/** A temporary file beside its target is no torn one: that it goes in the end is seen there. */
function tornFiles(expected, found) {
    return [...found]
        .filter(([file, text]) => !file.endsWith('.tmp') && expected.get(file) !== text)
        .map(([file]) => file);
}
function differences(expected, found) {
    const names = new Set([...expected.keys(), ...found.keys()]);
    return [...names].filter((name) => expected.get(name) !== found.get(name));
}
