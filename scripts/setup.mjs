/**
 * Makes a fresh clone ready, and does nothing when it is: node_modules from the lock file, scripts/ compiled into .build/,
 * and with `--engines` Apertium from Debian's packages where the project wants it. npm's `pre` scripts run this before
 * anything else is there, so it is plain JavaScript without a dependency.
 *
 *   node scripts/setup.mjs                  node_modules and .build
 *   node scripts/setup.mjs --engines        Apertium, too, for the languages that this project wants it for
 *   node scripts/setup.mjs --browser         Chromium, too, for the tests of the review page
 *   node scripts/setup.mjs --database        PostgreSQL, too, for the tests of a team
 *   node scripts/setup.mjs --compile        only .build, in any case (npm's `prepare`)
 *
 * Writes to stderr only, a line for each thing it does. GLOSSA_SETUP=0 switches it off. Ends with 1 when node_modules or
 * .build cannot be made; missing engines are no failure here: `translate` says what it lacks.
 */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOME = join(import.meta.dirname, '..');
const MODULES = join(HOME, 'node_modules');
const LOCK_FILE = join(HOME, 'package-lock.json');
const BUILD = join(HOME, '.build');
const STAMP = join(BUILD, '.stamp');
const COMPILER = join(MODULES, 'typescript', 'bin', 'tsc');
const BUNDLE = join(HOME, 'scripts', 'bundle.mjs');
const PAGE_BUNDLER = join(MODULES, 'vite', 'bin', 'vite.js');
const PAGE = join(HOME, 'scripts', 'review', 'page');
const INSTALLED = join(MODULES, '.glossa');

const say = (line) => process.stderr.write(`glossa: ${line}\n`);

/** Set-up cannot go on; the message is for the user. */
class SetupError extends Error {}

/** Runs a program without showing it; its output counts only when it fails. */
function run(command, parameters, options = {}) {
  const { spawnSync } = process.getBuiltinModule('node:child_process'); // not loaded where nothing is to be done
  const done = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`;
  return {
    ok: done.status === 0,
    stdout: done.stdout ?? '',
    output: done.error === undefined ? output : `${done.error}`,
  };
}

/** The first lines of a failed program's output: the reason; help on usage comes after it. */
const reason = (output) =>
  output
    .split('\n')
    .filter((line) => /\w/.test(line.replace('npm error', '')))
    .slice(0, 6)
    .join('\n');

const read = (path) => {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const modified = (path) => fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// --- node_modules

/** Whether all that the lock file names is installed: what npm says of its own folder, compared by version. */
function matchesLockFile() {
  const hidden = read(join(MODULES, '.package-lock.json'));
  if (hidden === undefined) return false;
  try {
    const wanted = JSON.parse(read(LOCK_FILE) ?? '{}').packages ?? {};
    const found = JSON.parse(hidden).packages ?? {};
    return Object.entries(wanted).every(
      ([path, { version, optional, dev }]) =>
        path === '' || optional || (dev && !found[path]) || found[path]?.version === version,
    );
  } catch {
    return false;
  }
}

/** Whether node_modules fits the lock file; both are read only after the lock file has changed. */
function modulesReady() {
  if (modified(INSTALLED) >= modified(LOCK_FILE) && modified(INSTALLED) > 0) return true;
  if (!matchesLockFile()) return false;
  fs.writeFileSync(INSTALLED, '');
  return true;
}

function installModules() {
  say('installing node_modules from the lock file (npm ci)');
  const npm = process.env.npm_execpath;
  const parameters = ['ci', '--no-audit', '--no-fund', '--loglevel=error']; // `npm run -s` would silence it
  // npm's own `prepare` would compile: that is done here afterwards.
  const options = { cwd: HOME, env: { ...process.env, GLOSSA_SETUP: 'nested' } };
  const done = npm?.endsWith('npm-cli.js')
    ? run(process.execPath, [npm, ...parameters], options)
    : run('npm', parameters, { ...options, shell: process.platform === 'win32' });
  if (!done.ok)
    throw new SetupError(`npm ci failed:\n${reason(done.output)}\nRun "npm ci" in ${HOME} to see all of it.`);
  fs.writeFileSync(INSTALLED, '');
}

// --- .build

/** What the compiled code depends on: paths, sizes, times. */
function sourcesNow() {
  const found = [];
  const add = (path) => {
    const { size, mtimeMs } = fs.statSync(path);
    found.push(`${path.slice(HOME.length)} ${size} ${mtimeMs}`);
  };
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(folder, entry.name));
      else if (/\.(tsx?|json|css|html)$/.test(entry.name)) add(join(folder, entry.name));
    }
  };
  walk(join(HOME, 'scripts'));
  add(join(HOME, 'tsconfig.json'));
  if (fs.existsSync(BUNDLE)) add(BUNDLE);
  return found.join('\n');
}

/** The front end of the review page, for browsers. */
function buildPage(folder) {
  if (!fs.existsSync(join(PAGE, 'index.html'))) return;
  const done = run(process.execPath, [PAGE_BUNDLER, 'build', PAGE, '--outDir', folder, '--logLevel', 'warn'], {
    cwd: HOME,
  });
  if (!done.ok) throw new SetupError(`the review page cannot be built:\n${reason(done.output)}`);
}

/** The modules of each command together: it starts sooner. */
function bundle(folder) {
  if (!fs.existsSync(BUNDLE)) return;
  const done = run(process.execPath, [BUNDLE, folder], { cwd: HOME });
  if (!done.ok) throw new SetupError(`the commands cannot be bundled:\n${reason(done.output)}`);
}

/** Compiles beside .build and swaps: a program that runs from .build never sees half of it. Types are CI's to check. */
function compile() {
  if (!fs.existsSync(COMPILER))
    throw new SetupError('TypeScript is not in node_modules. Run "npm ci" (without --omit=dev).');
  say('compiling scripts/ into .build/');
  const sources = sourcesNow();
  const fresh = fs.mkdtempSync(join(MODULES, '.glossa-build-'));
  const old = `${fresh}-old`;
  try {
    const done = run(process.execPath, [COMPILER, '-p', join(HOME, 'tsconfig.json'), '--outDir', fresh, '--noCheck']);
    if (!done.ok) throw new SetupError(`compiling failed:\n${reason(done.output)}`);
    bundle(fresh);
    buildPage(join(fresh, 'review', 'page'));
    fs.writeFileSync(join(fresh, '.stamp'), sources);
    fs.chmodSync(fresh, 0o755);
    if (fs.existsSync(BUILD)) fs.renameSync(BUILD, old);
    fs.renameSync(fresh, BUILD);
  } finally {
    fs.rmSync(old, { recursive: true, force: true });
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

// --- one at a time

const sleep = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Runs a task while no other set-up of this user does the same work; two npm scripts may start at once. */
async function alone(name, task) {
  const lock = join(tmpdir(), `glossa-${name}-${process.getuid?.() ?? ''}-${HOME.replace(/[^\w]+/g, '-').slice(-120)}`);
  for (let waited = 0; ; waited += 1) {
    try {
      fs.writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(read(lock));
      if (owner > 0 && !alive(owner)) fs.rmSync(lock, { force: true });
      else if (waited === 10) say('waiting for another set-up of this project');
      else if (waited > 6000) throw new SetupError(`another set-up does not end. If there is none, delete ${lock}.`);
      sleep(100);
    }
  }
  try {
    return await task();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

// --- engines

/** The pairs that a project's configuration wants Apertium for; none when it names another engine. */
function wantedTargets(configuration) {
  const { engine = 'auto', targetLanguages = [] } = configuration;
  const wants = (choice) =>
    [choice].flat().some((name) => name === 'apertium' || (name === 'auto' && !process.env.DEEPL_AUTH_KEY));
  if (engine === null || typeof engine !== 'object' || Array.isArray(engine))
    return wants(engine) ? targetLanguages : [];
  return targetLanguages.filter((language) => wants(engine[language] ?? engine.default ?? 'auto'));
}

/** What the project's configuration asks for. */
function wantedPairs() {
  try {
    const configuration = JSON.parse(read(join(HOME, 'l10n.config.json')) ?? '{}');
    return { source: configuration.sourceLanguage ?? 'en', targets: wantedTargets(configuration) };
  } catch {
    return { source: 'en', targets: [] }; // What is wrong with the configuration is for `translate` to say.
  }
}

/** Mode files that were there the last time, after the pairs that they serve: as long as all are, nothing is missing. */
const ENGINES = join(BUILD, '.engines');

async function prepareEngines() {
  const { source, targets } = wantedPairs();
  const pairs = `${source} to ${targets.join(', ')}`;
  const [known, ...files] = (read(ENGINES) ?? '').split('\n');
  if (targets.length === 0 || (known === pairs && files.every((file) => fs.existsSync(file)))) return;
  const built = (path) => import(new URL(`../.build/${path}`, import.meta.url).href);
  const { obtainApertium } = await built('engines/obtain-apertium.js');
  const { projectPaths } = await built('project/paths.js');
  const { sharedCache } = projectPaths(HOME, process.env);
  const found = await obtainApertium(source, targets, { variables: process.env, sharedCache, note: say });
  if (found.length > 0) fs.writeFileSync(ENGINES, [pairs, ...found].join('\n'));
}

/** Chromium for the tests of the review page. */
async function prepareBrowser() {
  const { obtainChromium } = await import(new URL('../.build/review/obtain-chromium.js', import.meta.url).href);
  await obtainChromium({ variables: process.env, note: say });
}

/** PostgreSQL for the tests of a team. */
async function prepareDatabase() {
  const built = (path) => import(new URL(`../.build/${path}`, import.meta.url).href);
  const { obtainPostgres } = await built('team/obtain-postgres.js');
  const { projectPaths } = await built('project/paths.js');
  const { sharedCache } = projectPaths(HOME, process.env);
  await obtainPostgres({ variables: process.env, sharedCache, note: say });
}

// --- all of it

async function main(parameters) {
  if (parameters.includes('--compile')) {
    if (process.env.GLOSSA_SETUP === 'nested') return;
    // `npm ci --omit=dev` must not fail for want of a compiler.
    if (fs.existsSync(COMPILER)) await alone('code', compile);
    else say('TypeScript is not in node_modules: .build/ stays as it is');
    return;
  }
  if (process.env.GLOSSA_SETUP === '0') return;
  if (!modulesReady() || read(STAMP) !== sourcesNow()) {
    await alone('code', () => {
      if (!modulesReady()) installModules();
      if (read(STAMP) !== sourcesNow()) compile();
    });
  }
  if (parameters.includes('--engines')) await prepareEngines();
  if (parameters.includes('--browser')) await prepareBrowser();
  if (parameters.includes('--database')) await prepareDatabase();
}

main(process.argv.slice(2)).catch((error) => {
  const text = error instanceof SetupError || error.code !== undefined ? error.message : error.stack;
  say(`set-up failed: ${text}`);
  process.exitCode = 1;
});
