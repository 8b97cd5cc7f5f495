/**
 * Puts each command's modules, and those of the packages they use, together into a few files: a command then starts in two
 * thirds of the time, since Node looks up, opens and links 20 files in place of 400. setup.mjs runs it after the compiler.
 *
 *   node scripts/bundle.mjs FOLDER          rewrites the entries in FOLDER, which holds the compiled scripts/, over FOLDER/chunks/
 *
 * Who works on Glossa only (bench, peers, …) runs from the compiled modules as they are.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';

const HOME = join(import.meta.dirname, '..');
const TOOLS = ['bench', 'fuzz', 'licences', 'mutants', 'peers', 'tables'];
/** What is not a command, and yet begins a program: the API, and threads. */
const OTHER_ENTRIES = ['commands/api/index', 'pipeline/write/writer', 'engines/firefox/worker'];
const NOTICES = 'LICENCES.txt';

const folder = process.argv[2];
const commands = readdirSync(folder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length))
  .filter((name) => !TOOLS.includes(name));

/** What stays in node_modules: what is native, or has files of its own beside its modules. */
const APART = ['eld', 'fxtranslate', 'libsql'];

const bundle = await rolldown({
  input: Object.fromEntries([...commands, ...OTHER_ENTRIES].map((name) => [name, join(folder, `${name}.js`)])),
  platform: 'node',
  cwd: HOME,
  external: APART,
  // Packages' own doings, such as an `eval` that nobody reaches, are no news.
  logLevel: 'silent',
});
/** What every run with nothing to do loads: in one file, since each file costs half a millisecond. */
const STARTS = ['translate', 'check', 'status'].map((name) => join(folder, `${name}.js`));
let start;
const isStart = (id, context) => {
  if (start === undefined) {
    const seen = new Map(STARTS.map((entry) => [entry, closure(entry, context)]));
    const [first, ...others] = seen.values();
    start = new Set([...first].filter((one) => others.every((other) => other.has(one))));
  }
  return start.has(id);
};

/** A module and all that it imports at once. */
function closure(entry, context, found = new Set()) {
  for (const id of context.getModuleInfo(entry)?.importedIds ?? []) {
    if (found.has(id)) continue;
    found.add(id);
    closure(id, context, found);
  }
  return found;
}

const { output } = await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  // It says where files are by where it is itself: one folder deep, as in scripts/.
  codeSplitting: {
    groups: [
      { name: 'program-files', test: /project[\\/]program-files\.js$/, priority: 2 },
      { name: (id, context) => (isStart(id, context) ? 'start' : null), priority: 1 },
    ],
  },
});
await bundle.close();

// Every Node that this runs on can require a module that awaits nothing at its top.
writeFileSync(join(folder, 'commands', 'api', 'index.cjs'), "module.exports = require('./index.js');\n");

const packages = new Map();
for (const { moduleIds = [] } of output) {
  for (const id of moduleIds) {
    const [at, name] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/.][^\\/]*)/.exec(id.replace(/^\0/, '')) ?? [];
    if (name !== undefined) packages.set(name, at);
  }
}
writeFileSync(
  join(folder, 'chunks', NOTICES),
  [...packages]
    .toSorted()
    .map(notice)
    .join(`\n${'-'.repeat(80)}\n\n`),
);

/** A licence asks that its text goes along with copies. */
function notice([name, at]) {
  const { version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const file = readdirSync(at).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(at, file), 'utf8').trim()}\n`;
  return `${name.split(sep).join('/')} ${version} (${license})\n${text}`;
}
