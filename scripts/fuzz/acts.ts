/** What authors, translators and accidents do to a project between two runs. */
import { LANGUAGES, type FuzzedProject } from './fuzzed-project.ts';
import type { Random } from './random.ts';

/** One act; the words that tell of it, undefined where there was nothing to do it to. */
type Act = (project: FuzzedProject, random: Random, words: Words) => string | undefined;

/** What people write, each word once. */
export interface Words {
  next(): string;
  /** A person wrote over this text: its words are theirs to give up. */
  giveUp(text: string): void;
  /** Records as they once were. */
  readonly formerly: Map<string, string>;
}

const NOUNS = ['door', 'garden', 'window', 'apple', 'river', 'engine', 'paper', 'station'];

function sentence(random: Random): string {
  const noun = (): string => random.pick(NOUNS) ?? 'door';
  return `The ${noun()} near the ${noun()} is number ${random.below(90) + 10}`;
}

const authors: readonly Act[] = [
  function writeStrings(project, random) {
    const file = `source/s${random.below(3)}.json`;
    const strings: Record<string, unknown> = project.has(file) ? JSON.parse(project.read(file)) : {};
    const key = `k${random.below(6)}`;
    if (key in strings && random.chance(30)) delete strings[key];
    else strings[key] = random.chance(30) ? `${sentence(random)} {{name}}` : sentence(random);
    if (random.chance(20)) strings['items_other'] = 'There are {{count}} doors here';
    project.write(file, `${JSON.stringify(strings, null, 2)}\n`);
    return `an author writes ${key} in ${file}`;
  },
  function writeArticle(project, random) {
    const file = `source/a${random.below(2)}.md`;
    const old = project.has(file) ? project.read(file).split('\n\n') : ['---\ntitle: A title here\n---', '# A head'];
    const at = 2 + random.below(Math.max(1, old.length - 1));
    if (random.chance(25) && at < old.length) old.splice(at, 1);
    else if (random.chance(50)) old.splice(at, 0, `${sentence(random)}. ${sentence(random)}.`);
    else old.splice(at, 1, random.chance(30) ? `## ${sentence(random)}` : `${sentence(random)} and **more**.`);
    project.write(file, `${old.join('\n\n').trimEnd()}\n`);
    return `an author writes block ${at} of ${file}`;
  },
  function rename(project, random) {
    const from = random.pick(project.files('source'));
    if (from === undefined) return undefined;
    const to = from.replace(/(\d)(?=\.)/, (digit) => String((Number(digit) + 3) % 6));
    if (project.has(to)) return undefined;
    project.write(to, project.read(from));
    project.remove(from);
    return `an author renames ${from} to ${to}`;
  },
  function removeSource(project, random) {
    const file = random.chance(25) ? random.pick(project.files('source')) : undefined;
    if (file === undefined) return undefined;
    project.remove(file);
    return `an author removes ${file}`;
  },
];

const people: readonly Act[] = [
  function editBundle(project, random, words) {
    const file = random.pick(
      project.files(`locales/${random.pick(LANGUAGES) ?? 'it'}`).filter((name) => name.endsWith('.json')),
    );
    if (file === undefined) return undefined;
    const lines = project.read(file).split('\n');
    const at = random.pick(lines.flatMap((line, index) => (/^\s*"[^"]+": "/.test(line) ? [index] : [])));
    if (at === undefined) return undefined;
    // Once in a while it is nothing that an article could hold.
    const mine = `${words.next()}${random.chance(8) ? ' <!-- x -->' : ''}`;
    words.giveUp(lines[at] ?? '');
    lines[at] = (lines[at] ?? '').replace(
      /: ".*?(\{\{\w+\}\})?[^{}"]*"(,?)$/,
      (_, mark: string | undefined, end: string) => `: "${mine} ${mark ?? ''}"${end}`.replace(' "', '"'),
    );
    project.write(file, lines.join('\n'));
    return `a person writes ${mine} in ${file}`;
  },
  function editArticle(project, random, words) {
    const file = random.pick(
      project.files(`locales/${random.pick(LANGUAGES) ?? 'it'}`).filter((name) => name.endsWith('.md')),
    );
    if (file === undefined) return undefined;
    const blocks = project.read(file).split('\n\n');
    const at = random.pick(
      blocks.flatMap((block, index) => (/^[⟦\p{L}]/u.test(block) && !block.includes('**') ? [index] : [])),
    );
    if (at === undefined) return undefined;
    const mine = words.next();
    words.giveUp(blocks[at] ?? '');
    blocks[at] = `${mine} qui${at === blocks.length - 1 ? '\n' : ''}`;
    project.write(file, blocks.join('\n\n'));
    return `a person writes ${mine} in ${file}`;
  },
  function approve(project, random) {
    const file = random.pick(project.files('locales/.review'));
    if (file === undefined) return undefined;
    project.write(file, project.read(file).replace('"state":"translated"', '"state":"final"'));
    return `a person approves by hand in ${file}`;
  },
];

const accidents: readonly Act[] = [
  function removeFile(project, random) {
    const file = random.pick(project.files('locales'));
    if (file === undefined) return undefined;
    project.remove(file);
    return `${file} is removed`;
  },
  function swapLines(project, random) {
    const file = random.pick(project.files('locales/.review'));
    if (file === undefined) return undefined;
    const lines = project.read(file).split('\n');
    lines.splice(random.below(lines.length), 1);
    project.write(file, lines.join('\n'));
    return `a line of ${file} is lost in a merge`;
  },
  function oldRecord(project, random, { formerly }) {
    const file = random.pick([...formerly.keys()]);
    if (file === undefined || !project.has(file)) return undefined;
    project.write(file, formerly.get(file) ?? '');
    return `${file} is settled to another branch's in a merge`;
  },
  function keepRecord(project, random, { formerly }) {
    const file = random.pick(project.files('locales/.review'));
    if (file !== undefined) formerly.set(file, project.read(file));
    return undefined;
  },
  function format(project, random) {
    const file = random.pick(project.files('locales').filter((name) => /^locales\/\w+\/.*\.json$/.test(name)));
    if (file === undefined) return undefined;
    project.write(file, `${JSON.stringify(JSON.parse(project.read(file)), null, 4)}\n`);
    return `a formatter goes over ${file}`;
  },
  function forgetCache(project) {
    project.forgetCache();
    return 'the cache is deleted';
  },
];

/** One random act. Broken JSON is left to its error: no act goes on from there. */
export function act(project: FuzzedProject, random: Random, words: Words): string | undefined {
  const kind = random.chance(45) ? authors : random.chance(75) ? people : accidents;
  try {
    return random.pick(kind)?.(project, random, words);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
