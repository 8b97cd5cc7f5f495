/** What `check` refuses of a person's text no rendering writes into an article, and what it takes every rendering writes. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../scripts/commands/gate/fault.ts';
import { checkGate } from '../../scripts/commands/gate/index.ts';
import { renderProject } from '../../scripts/commands/render.ts';
import { formatFor } from '../../scripts/formats/index.ts';
import { parseFile } from '../../scripts/formats/parse-file.ts';
import { exclusively } from '../../scripts/locales/exclusive-run.ts';
import { canonicalValue, needSyntaxes } from '../../scripts/pipeline/see/values.ts';
import { openProject } from '../../scripts/pipeline/see/project.ts';
import { createReport } from '../../scripts/project/report/fold-report.ts';
import { exitCode, type Report } from '../../scripts/project/report/report.ts';
import { translated } from '../commands/in-process.ts';
import { temporaryProject, type TemporaryProject } from '../commands/temporary-project.ts';

/** A source, the name of the file, and the unit that a person writes. */
interface Place {
  readonly name: string;
  readonly file: string;
  readonly source: string;
  /** The last name of the key that a person writes. */
  readonly key: string;
}

const FRONT = '---\ntitle: A title for it\n---\n\n';
const BLOCKS =
  '# A head here\n\nSome **bold** words stand here.\n\n- One item of it\n- Another item\n\n| A | B |\n|---|---|\n| Cell one | Cell two |\n\nThe last words.\n';
const PAGE =
  '<!doctype html>\n<html lang="en"><head><title>A title here</title></head><body>\n<h1>A head</h1>\n<p>Some <b>bold</b> words.</p>\n<ul><li>One item</li></ul>\n<p title="A hint">The last words.</p>\n</body></html>\n';

const PLACES: readonly Place[] = [
  { name: 'a paragraph of Markdown', file: 'a.md', source: FRONT + BLOCKS, key: 'p1' },
  { name: 'the last paragraph of Markdown', file: 'a.md', source: FRONT + BLOCKS, key: 'p2' },
  { name: 'a heading of Markdown', file: 'a.md', source: FRONT + BLOCKS, key: 'heading' },
  { name: 'an item of Markdown', file: 'a.md', source: BLOCKS, key: 'li1' },
  { name: 'a cell of Markdown', file: 'a.md', source: BLOCKS, key: 'cell3' },
  { name: 'front matter', file: 'a.md', source: FRONT + BLOCKS, key: 'title' },
  { name: 'front matter in TOML', file: 'a.md', source: `+++\ntitle = "A title"\n+++\n\n${BLOCKS}`, key: 'title' },
  { name: 'a paragraph of MDX', file: 'a.mdx', source: FRONT + BLOCKS, key: 'p1' },
  { name: 'an item of MDX', file: 'a.mdx', source: BLOCKS, key: 'li1' },
  { name: 'a heading of MDX', file: 'a.mdx', source: BLOCKS, key: 'heading' },
  { name: 'a paragraph of HTML', file: 'a.html', source: PAGE, key: 'p1' },
  { name: 'a heading of HTML', file: 'a.html', source: PAGE, key: 'heading' },
  { name: 'an item of HTML', file: 'a.html', source: PAGE, key: 'li1' },
  { name: 'plain text', file: 'a.txt', source: 'A first text.\n\nThe last words.\n', key: 'p1' },
];

/** Signs that mean something somewhere. */
const HOSTILE: readonly string[] = [
  '<!-- x -->¦<!--¦-->¦</p><h1>x</h1>¦{1}¦{a.b}¦{¦}¦<A/>¦<A>¦</A>¦<script>x</script>¦<script>¦</script>¦</style>¦<style>',
  '<div>¦</div>¦</body>¦<?php x ?>¦<![CDATA[x]]>¦]]>¦\n\n¦\n¦\r\n¦\r¦\n---\n¦---¦+++¦...¦===¦\n===¦# ¦\n# ¦ #¦> ¦- ¦\n- ¦1. ',
  '|¦\\|¦\\¦`x`¦`¦```¦\n```\n¦~~~¦**x**¦**¦*¦_x_¦[a](b)¦![i](j.png)¦[a]: b¦[^1]¦{{< x >}}¦{{% x %}}¦{{ x }}¦{% x %}¦{#id}',
  '{.cls}¦:::note¦::x¦$$¦$x$¦&amp;¦&lt;b&gt;¦&¦import a from "b"¦export const a = 1¦"¦\'¦: ¦#¦%¦@¦\t¦    ¦<b>x</b>¦<b>',
  '</b>¦<br>¦<img src=x onerror=y>¦https://a.example/b¦<https://a.b>¦[x]¦[ ] ¦!!! note¦*[A]: b¦\u2028¦\u00a0¦\u200b¦<a href="x">y</a>',
].flatMap((signs) => signs.split('¦'));

const value = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
      fc.constantFrom('palabra', 'otra', ' ', ' y ', '.'),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''));

interface Said {
  readonly bundle: string;
  readonly article: string;
  /** Errors of the unit, in words. */
  readonly errors: readonly string[];
}

type Own = Pick<TemporaryProject, 'root' | 'cache'>;

const BUNDLE = 'locales/es/a.json';
const RECORD = 'locales/.review/es/a.json';

async function prepared({ file, source }: Place): Promise<TemporaryProject> {
  const configuration = JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo' });
  const project = temporaryProject({ 'l10n.config.json': configuration, [`source/${file}`]: source });
  await translated(project);
  return project;
}

/** What a command leaves and says when a project begins as another stands, and a person writes into it. */
async function after(
  project: TemporaryProject,
  { file, key }: Place,
  value: string | undefined,
  run: (own: Own, key: string) => Promise<readonly string[]>,
  isApproved = false,
): Promise<Said & { readonly wrote: string }> {
  const home = mkdtempSync(join(tmpdir(), 'glossa-refused-'));
  const own = { root: join(home, 'root'), cache: join(home, 'cache') };
  try {
    cpSync(project.root, own.root, { recursive: true });
    cpSync(project.cache, own.cache, { recursive: true });
    const read = (path: string): string => readFileSync(join(own.root, path), 'utf8');
    const bundle: unknown = JSON.parse(read(BUNDLE));
    const path = pathOf(bundle, key) ?? [];
    const wrote = `${JSON.stringify(withValue(bundle, path, value), null, 2)}\n`;
    writeFileSync(join(own.root, BUNDLE), wrote);
    if (isApproved) {
      const approved = read(RECORD).replaceAll('"state":"translated"', '"state":"reviewed"');
      writeFileSync(join(own.root, RECORD), approved);
    }
    const errors = await run(own, path.join('.'));
    return { bundle: read(BUNDLE), article: read(`locales/es/${file}`), errors, wrote };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function pathOf(tree: unknown, name: string): string[] | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  for (const [key, value] of Object.entries(tree)) {
    if (key === name && typeof value === 'string') return [key];
    const below = pathOf(value, name);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}

function withValue(tree: unknown, [name, ...rest]: readonly string[], value: string | undefined): unknown {
  if (name === undefined) return value;
  return Object.fromEntries(
    Object.entries(Object(tree)).map(([key, below]) => [key, key === name ? withValue(below, rest, value) : below]),
  );
}

async function checked(own: Own, key: string): Promise<string[]> {
  const project = openProject(own.root, { XDG_CACHE_HOME: own.cache });
  const { report } = await checkGate(project, {
    languages: undefined,
    since: undefined,
    update: false,
    note: () => {},
  });
  return report.faults
    .filter(({ severity }) => severity === 'error')
    .map((fault) =>
      fault.key === key ? `${ruleOf(fault)}: ${fault.message}` : `elsewhere: ${fault.file} ${fault.message}`,
    );
}

function openProblems({ problems, errors, languages }: Report, key: string): string[] {
  expect(errors).toEqual([]);
  const open = problems.filter((problem) => problem.key === key);
  if (open.length > 0) expect(exitCode({ ...createReport(), problems, languages }, false)).toBe(1);
  return open.filter(({ approved }) => !approved).map(({ check, message }) => `${check}: ${message}`);
}

async function rendered(own: Own, key: string): Promise<string[]> {
  const project = openProject(own.root, { XDG_CACHE_HOME: own.cache });
  const report = await exclusively(
    project,
    () => undefined,
    (files) => renderProject(project, files),
  );
  return openProblems(report, key);
}

async function translatedAgain(own: Own, key: string): Promise<string[]> {
  return openProblems(await translated(own), key);
}

/** The command, then what `check` says of what it left. */
function thenChecked(run: typeof rendered): (own: Own, key: string) => Promise<string[]> {
  return async (own, key) => {
    const said = await run(own, key);
    expect(await checked(own, key)).toEqual(said);
    return said;
  };
}

async function unitsOf(file: string, text: string) {
  const format = formatFor(file);
  if (format === undefined) throw new Error(`${file} has no format`);
  const { parsed } = await parseFile(format, text, { sourceLanguage: 'en' });
  if (parsed.kind !== 'article') throw new Error(`${file} is no article`);
  const { units } = parsed;
  await needSyntaxes(units.map(({ syntax }) => syntax));
  return { units, outline: parsed.outline(), says: units.map(({ syntax, value }) => canonicalValue(syntax, value)) };
}

const RUNS = Number(process.env['GLOSSA_REFUSED_RUNS'] ?? 3);

describe.each(PLACES)('$name', (place) => {
  it('shows what check takes, and the source text for what it refuses, with the same words', async () => {
    const project = await prepared(place);
    const source = await after(project, place, undefined, rendered);
    const whole = await unitsOf(place.file, place.source);
    await fc.assert(
      fc.asyncProperty(value, fc.boolean(), fc.boolean(), async (text, isApproved, isRendered) => {
        const before = await after(project, place, text, checked, isApproved);
        const run = isRendered ? rendered : translatedAgain;
        const made = await after(project, place, text, thenChecked(run), isApproved);
        expect(made.errors).toEqual(before.errors);
        expect(made.bundle).toBe(made.wrote);
        const { outline, says } = await unitsOf(place.file, made.article);
        expect(outline).toBe(whole.outline);
        if (made.errors.length > 0) expect(made.article).toBe(source.article);
        else expect(says.length).toBe(whole.says.length);
      }),
      { numRuns: RUNS },
    );
  });
});

/** What people write, by the part of the name of places where it means nothing but itself. */
const HARMLESS: readonly (readonly [text: string, places: RegExp])[] = [
  ['a < b y 5 > 3', /Markdown|HTML|text|front/],
  ['a { b', /paragraph of Markdown|HTML|text|front/],
  ['a } b', /Markdown|HTML|text|front/],
  ['uno — dos «tres» “cuatro”', /./],
  ['uno &amp; dos', /Markdown|HTML|text|front/],
  ['100 % de #1, ¿no?', /./],
  ['Un **texto** en negrita', /paragraph of M/],
  ['Un texto: «sí», \'no\', "quizá"', /./],
];

describe.each(PLACES)('$name', (place) => {
  it('shows harmless texts', async () => {
    const project = await prepared(place);
    for (const [harmless, places] of HARMLESS) {
      if (!places.test(place.name)) continue;
      // Its source has the tag.
      const text = place.name === 'a paragraph of HTML' ? `Un <b>texto</b>: ${harmless}` : harmless;
      const { errors, article } = await after(project, place, text, thenChecked(rendered));
      expect([text, errors]).toEqual([text, []]);
      const { units, says } = await unitsOf(place.file, article);
      expect(units.some(({ syntax }, at) => says[at] === canonicalValue(syntax, text))).toBe(true);
    }
  });
});
