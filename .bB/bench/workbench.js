/** The generated project, translated once against a stub of DeepL, and fresh copies of it to measure on. */
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDeeplStub } from './deepl-stub.js';
import { measure } from './measure.js';
import { restedFolder } from './rested-folder.js';
import { FULL_SIZE, generateProject, writeProject } from './project-generator.js';
const BUILD = fileURLToPath(new URL('..', import.meta.url));
export function createWorkbench(note) {
    const { folder: home, microseconds } = restedFolder([tmpdir(), BUILD]);
    let count = 0;
    const newProject = (fill) => {
        const folder = join(home, String((count += 1)));
        const root = join(folder, 'project');
        fill(root);
        return openBenchProject(root, join(folder, 'cache'));
    };
    const untranslated = (size = FULL_SIZE, engine = 'deepl') => newProject((root) => writeProject(root, generateProject(size, engine)));
    let base;
    return {
        fileMicroseconds: microseconds,
        untranslated,
        async translated() {
            base ??= firstRun(untranslated(), note);
            const { root: from } = await base;
            return newProject((root) => cpSync(from, root, { recursive: true }));
        },
        close: () => rmSync(home, { recursive: true, force: true }),
    };
}
/** Starts a stub for the length of some work. */
export async function withStub(options, work) {
    const stub = await startDeeplStub(options);
    try {
        return await work(stub);
    }
    finally {
        await stub.close();
    }
}
/** Translation requests that the stub answered. */
export function translations(stub) {
    return stub.requests.filter(({ path }) => path.startsWith('/v2/translate'));
}
async function firstRun(project, note) {
    note('translating the generated project once');
    const { code, stderr } = await withStub({}, (stub) => project.run('translate', [], stub));
    if (code !== 0)
        throw new Error(`the first run ended with ${code}: ${stderr}`);
    return project;
}
function openBenchProject(root, cache) {
    return {
        root,
        run: (entry, args = [], stub) => measure([process.execPath, join(BUILD, `${entry}.js`), '--root', root, '--quiet', '--json', ...args], {
            XDG_CACHE_HOME: cache,
            DEEPL_SERVER_URL: stub?.url ?? '',
            DEEPL_AUTH_KEY: stub === undefined ? '' : 'stub-key',
        }),
        snapshot(folder) {
            const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted();
            return new Map(files
                .map((file) => join(root, folder, file))
                .filter((path) => statSync(path).isFile())
                .map((path) => [path, `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`]));
        },
    };
}
