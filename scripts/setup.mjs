/**
 * Makes a fresh clone ready, and does nothing when it is: node_modules from the lock file, scripts/ compiled into .build/,
 * and with `--engines` Apertium from Debian's packages where the project wants it. npm's `pre` scripts run this before
 * anything else is there, so it is plain JavaScript without a dependency.
 *
 *   node scripts/setup.mjs                  node_modules and .build
 *   node scripts/setup.mjs --engines        Apertium, too; --root DIR: the project; --from en --to es,it: these pairs
 *   node scripts/setup.mjs --compile        only .build, in any case (npm's `prepare`)
 *
 * Writes to stderr only, a line for each thing it does. GLOSSA_SETUP=0 switches it off. Ends with 1 when node_modules or
 * .build cannot be made; missing engines are no failure here: `translate` says what it lacks.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const HOME = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(HOME, 'node_modules');
const LOCK_FILE = join(HOME, 'package-lock.json');
const BUILD = join(HOME, '.build');
const STAMP = join(BUILD, '.stamp');
const INSTALLED = join(MODULES, '.glossa');

const say = (line) => process.stderr.write(`glossa: ${line}\n`);

/** Set-up cannot go on; the message is for the user. */
class SetupError extends Error {}

/** Runs a program without showing it; its output counts only when it fails. */
function run(command, parameters, options = {}) {
  const done = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`;
  return { ok: done.status === 0, stdout: done.stdout ?? '', output: done.error === undefined ? output : `${done.error}` };
}

/** The last lines of a failed program's output. */
const lastLines = (output) => output.trim().split('\n').slice(-6).join('\n');

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
      ([path, { version, optional, dev }]) => path === '' || optional || (dev && !found[path]) || found[path]?.version === version,
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
  const parameters = ['ci', '--no-audit', '--no-fund'];
  // npm's own `prepare` would compile: that is done here afterwards.
  const options = { cwd: HOME, env: { ...process.env, GLOSSA_SETUP: 'nested' } };
  const done = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...parameters], options)
    : run('npm', parameters, { ...options, shell: process.platform === 'win32' });
  if (!done.ok) throw new SetupError(`npm ci failed:\n${lastLines(done.output)}\nRun "npm ci" in ${HOME} to see all of it.`);
  fs.writeFileSync(INSTALLED, '');
}

// --- .build

/** A fingerprint of everything that the compiled code depends on: paths, sizes, times. */
function sourcesNow() {
  const hash = createHash('sha1');
  const add = (path) => {
    const { size, mtimeMs } = fs.statSync(path);
    hash.update(`${path}:${size}:${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(folder, entry.name));
      else if (/\.(ts|json)$/.test(entry.name)) add(join(folder, entry.name));
    }
  };
  walk(join(HOME, 'scripts'));
  add(join(HOME, 'tsconfig.json'));
  return hash.digest('hex');
}

/** Compiles beside .build and swaps: a program that runs from .build never sees half of it. Types are CI's to check. */
function compile() {
  const compiler = join(MODULES, 'typescript', 'bin', 'tsc');
  if (!fs.existsSync(compiler)) throw new SetupError('TypeScript is not in node_modules. Run "npm ci" (without --omit=dev).');
  say('compiling scripts/ into .build/');
  const sources = sourcesNow();
  const fresh = fs.mkdtempSync(join(MODULES, '.glossa-build-'));
  const old = `${fresh}-old`;
  try {
    const done = run(process.execPath, [compiler, '-p', join(HOME, 'tsconfig.json'), '--outDir', fresh, '--noCheck']);
    if (!done.ok) throw new SetupError(`compiling failed:\n${lastLines(done.output)}`);
    fs.writeFileSync(join(fresh, '.stamp'), sources);
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
  const key = createHash('sha1').update(`${HOME}:${name}:${process.getuid?.() ?? ''}`).digest('hex').slice(0, 12);
  const lock = join(tmpdir(), `glossa-setup-${key}`);
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
  if (engine === null || typeof engine !== 'object' || Array.isArray(engine)) return wants(engine) ? targetLanguages : [];
  return targetLanguages.filter((language) => wants(engine[language] ?? engine.default ?? 'auto'));
}

/** What the command line or the project's configuration asks for. */
function wantedPairs(options) {
  if (options.to !== undefined) return { source: options.from ?? 'en', targets: options.to.split(',') };
  try {
    const configuration = JSON.parse(read(join(resolve(options.root ?? HOME), 'l10n.config.json')) ?? '{}');
    return { source: configuration.sourceLanguage ?? 'en', targets: wantedTargets(configuration) };
  } catch {
    return { source: 'en', targets: [] }; // What is wrong with the configuration is for `translate` to say.
  }
}

const built = (path) => import(pathToFileURL(join(BUILD, path)).href);

async function prepareEngines(options) {
  const { source, targets } = wantedPairs(options);
  const { packagesFor } = await built('engines/apertium/routes.js');
  const packages = packagesFor(source, targets);
  if (packages.length === 0) return;
  const { apertium } = await built('engines/apertium.js');
  const { routeBetween } = await built('engines/apertium/routes.js');
  const { projectPaths } = await built('project/paths.js');
  const { sharedCache } = projectPaths(HOME, process.env);
  const environment = { variables: process.env, sharedCache, root: HOME, options: undefined, note: say };
  const missing = async () => {
    for (const target of targets) {
      const lacks = routeBetween(source, target) && (await apertium.unavailable({ source, target }, environment));
      if (lacks) return lacks;
    }
    return undefined;
  };
  if ((await missing()) === undefined) return;
  const obtain = async () => {
    if ((await missing()) === undefined) return;
    const { releaseName } = await built('engines/apertium/installation.js');
    const failure = installPackages(packages, join(sharedCache, 'apertium'), releaseName);
    const lacks = failure ?? (await missing());
    if (lacks !== undefined) say(`Apertium is not ready: ${lacks}\n${ALTERNATIVES}`);
  };
  await alone('engines', obtain);
}

const ALTERNATIVES =
  'Without it, set DEEPL_AUTH_KEY and choose the engine "deepl" (npm run translate -- --engine deepl), fetch a neural model ' +
  '(npm run models -- add) and choose "firefox", or install Apertium by hand: on Debian and Ubuntu with apt-get, elsewhere ' +
  'as https://wiki.apertium.org/wiki/Installation says. GLOSSA_SETUP=0 keeps set-up from trying again.';

const APT = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30'];

/** Gets Debian's packages onto this machine; what went wrong, or undefined. */
function installPackages(packages, cache, releaseName) {
  if (process.platform !== 'linux' || !run('apt-get', ['--version']).ok || !run('dpkg', ['--version']).ok) {
    return 'set-up installs it on Debian and its relatives only.';
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const listed = fs.existsSync('/var/lib/apt/lists') && fs.readdirSync('/var/lib/apt/lists').some((name) => /_Packages/.test(name));
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'];
  if (asRoot.length === 0 || run('sudo', ['-n', 'true']).ok) {
    const apt = (...parameters) => {
      const [command, ...rest] = [...asRoot, 'apt-get', ...APT, ...parameters];
      return run(command, rest, { env });
    };
    return installSystemWide(packages, apt, listed);
  }
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(join(cache, '.unpacking-'));
  try {
    return unpackPackages(packages, join(cache, releaseName(read('/etc/os-release') ?? '', process.arch)), work, env, listed);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function installSystemWide(packages, apt, listed) {
  const refresh = () => {
    say("refreshing Debian's package lists (apt-get update)");
    return apt('update');
  };
  const install = () => {
    say(`installing ${packages.join(', ')} (apt-get install)`);
    return apt('install', '-y', '--no-install-recommends', ...packages);
  };
  const refreshed = listed ? undefined : refresh();
  let done = install();
  // Lists may be old: a package is not found in them, or no longer there.
  if (!done.ok && refreshed === undefined && /Unable to locate|Unable to fetch|404|no installation candidate/.test(done.output)) {
    refresh();
    done = install();
  }
  return done.ok ? undefined : `apt-get failed:\n${lastLines(done.output)}`;
}

/** Without rights: the packages and what they need, as far as this machine lacks it, downloaded and unpacked in the cache. */
function unpackPackages(packages, target, work, env, listed) {
  const known = JSON.parse(read(join(target, 'packages.json')) ?? '{"requested":[]}').requested;
  const requested = [...new Set([...known, ...packages])].sort();
  const own = ['-o', `Dir::State::lists=${join(work, 'lists')}`, '-o', `Dir::Cache=${join(work, 'cache')}`, '-o', 'Debug::NoLocking=true'];
  const debs = join(work, 'debs');
  const root = join(work, 'root');
  for (const folder of [join(work, 'lists', 'partial'), join(work, 'cache', 'archives', 'partial'), debs, root]) {
    fs.mkdirSync(folder, { recursive: true });
  }
  const attempt = (options) => {
    const plan = run('apt-get', [...options, 'install', '-s', '--no-install-recommends', ...requested], { env });
    const closure = [...plan.stdout.matchAll(/^Inst (\S+) /gm)].map(([, name]) => name);
    if (!plan.ok || closure.length === 0) return { failure: lastLines(plan.output) };
    say(`downloading ${packages.join(', ')} and what they need (apt-get download)`);
    const done = run('apt-get', [...APT, ...options, 'download', ...closure], { env, cwd: debs });
    return done.ok ? {} : { failure: lastLines(done.output) };
  };
  let { failure } = listed ? attempt([]) : { failure: 'there are no package lists' };
  if (failure !== undefined) {
    say("refreshing package lists in the cache (apt-get update)");
    const refreshed = run('apt-get', [...APT, ...own, 'update'], { env });
    if (!refreshed.ok) return `apt-get update failed:\n${lastLines(refreshed.output)}`;
    ({ failure } = attempt(own));
  }
  if (failure !== undefined) return `apt-get found or fetched not all packages:\n${failure}`;

  say(`unpacking them into ${target}`);
  const installed = {};
  for (const file of fs.readdirSync(debs).sort()) {
    const unpacked = run('dpkg', ['-x', join(debs, file), root], { env });
    if (!unpacked.ok) return `dpkg could not unpack ${file}:\n${lastLines(unpacked.output)}`;
    const [name, version] = file.split('_');
    installed[name] = decodeURIComponent(version ?? '');
  }
  fs.writeFileSync(join(root, 'packages.json'), `${JSON.stringify({ requested, installed }, null, 2)}\n`);
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(root, target);
  return undefined;
}

// --- all of it

async function main(parameters) {
  const options = {};
  for (const [index, word] of parameters.entries()) {
    if (word.startsWith('--')) options[word.slice(2)] = parameters[index + 1]?.startsWith('--') ? '' : (parameters[index + 1] ?? '');
  }
  if ('compile' in options) {
    if (process.env.GLOSSA_SETUP !== 'nested') await alone('code', compile);
    return;
  }
  if (process.env.GLOSSA_SETUP === '0') return;
  if (!modulesReady() || read(STAMP) !== sourcesNow()) {
    await alone('code', () => {
      if (!modulesReady()) installModules();
      if (read(STAMP) !== sourcesNow()) compile();
    });
  }
  if ('engines' in options) await prepareEngines(options);
}

main(process.argv.slice(2)).catch((error) => {
  say(error instanceof SetupError ? error.message : `set-up failed: ${error.stack}`);
  process.exitCode = 1;
});
