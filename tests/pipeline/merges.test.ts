/** Branches that translate side by side, merged by git: nothing lost, nothing falsified, nothing in .review to resolve. */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, REPOSITORY, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const ARTICLE = `---
title: The harbour
---

The boats arrive at dawn. The market opens at six.

Most buyers come from the old town.

## The museum

It keeps models of lost ships.

- Masts
- Ropes
- Sails
`;

const FILES = {
  'source/harbour.md': ARTICLE,
  'source/tram.md': 'The tram stops here.\n\nIt runs until midnight.\n',
  'source/ui.json': '{\n  "buy": "Buy a ticket",\n  "leave": "Leave the harbour",\n  "stay": "Stay longer"\n}\n',
};

const ES = 'locales/es/harbour.json';
const ES_RECORD = 'locales/.review/es/harbour.json';
const LEAD = 'body.lead.p1';
const HEADING = 'body.the-museum.heading';

interface Branch {
  readonly name: string;
  readonly work: (project: TemporaryProject) => void;
  readonly to?: string;
  /** Units that are a person's afterwards, in all languages together. */
  readonly people?: number;
  /** What must be true after every merge with another branch. */
  readonly holds: (project: TemporaryProject) => void;
}

function edit(project: TemporaryProject, file: string, from: string | RegExp, to: string): void {
  const before = project.read(file);
  const after = before.replace(from, to);
  expect(after, `${file}: ${String(from)}`).not.toBe(before);
  project.write(file, after);
}

function expectPerson(project: TemporaryProject, language: string, key: string, words: string): void {
  expect(valueAt(project.json(`locales/${language}/harbour.json`), key)).toBe(words);
  const line = recordLine(project, `locales/.review/${language}/harbour.json`, key);
  expect(line).toMatchObject({ state: 'translated', origin: 'person' });
}

function expectTranslated(project: TemporaryProject, namespace: string, source: string): void {
  const keyOf = (value: unknown, path: string): string | undefined =>
    value === source
      ? path
      : typeof value === 'object' && value !== null
        ? Object.entries(value).reduce<string | undefined>(
            (found, [name, inner]) => found ?? keyOf(inner, path === '' ? name : `${path}.${name}`),
            undefined,
          )
        : undefined;
  const key = keyOf(project.json(`locales/en/${namespace}.json`), '');
  expect(key, `${source} has a key`).toBeDefined();
  for (const language of ['es', 'it'])
    expect(valueAt(project.json(`locales/${language}/${namespace}.json`), key ?? ''), source).toBeDefined();
}

const CHANGED_LEAD: Branch = {
  name: 'an author changes a sentence of the lead',
  work: (project) => edit(project, 'source/harbour.md', 'opens at six', 'opens at seven'),
  holds: (project) => {
    expectTranslated(project, 'harbour', 'The boats arrive at dawn. The market opens at seven.');
    expect(recordLine(project, ES_RECORD, LEAD)).not.toHaveProperty('previous');
  },
};

const BRANCHES: readonly Branch[] = [
  {
    name: 'a translator corrects a Spanish heading in the bundle',
    people: 1,
    work: (project) => edit(project, ES, /"heading": ".*"/, '"heading": "El museo"'),
    holds: (project) => expectPerson(project, 'es', HEADING, 'El museo'),
  },
  {
    name: 'a translator corrects the neighbouring paragraph in the article',
    people: 1,
    work: (project) => edit(project, 'locales/es/harbour.md', /(?<=## .*\n\n).+/, 'Guarda maquetas de barcos.'),
    holds: (project) => expectPerson(project, 'es', 'body.the-museum.p1', 'Guarda maquetas de barcos.'),
  },
  {
    name: 'a translator corrects the Italian lead',
    people: 1,
    work: (project) =>
      edit(
        project,
        'locales/it/harbour.json',
        /(?<="lead": \{\s+)"p1": ".*"/,
        '"p1": "Arrivano le barche. Apre alle sei."',
      ),
    holds: (project) => {
      expect(valueAt(project.json('locales/it/harbour.json'), LEAD)).toBe('Arrivano le barche. Apre alle sei.');
      expect(recordLine(project, 'locales/.review/it/harbour.json', LEAD)).toMatchObject({ state: 'translated' });
    },
  },
  CHANGED_LEAD,
  {
    name: 'an author adds a paragraph',
    work: (project) => edit(project, 'source/harbour.md', '\n\n## The', '\n\nDogs are welcome.\n\n## The'),
    holds: (project) => expectTranslated(project, 'harbour', 'Dogs are welcome.'),
  },
  {
    name: 'another adds one at the same place',
    work: (project) => edit(project, 'source/harbour.md', '\n\n## The', '\n\nCats are everywhere.\n\n## The'),
    holds: (project) => expectTranslated(project, 'harbour', 'Cats are everywhere.'),
  },
  {
    name: 'an author removes an item',
    work: (project) => edit(project, 'source/harbour.md', '- Ropes\n', ''),
    holds: (project) => expect(project.read('locales/es/harbour.md').match(/^- /gm)).toHaveLength(2),
  },
  {
    name: 'other files change',
    work: (project) => {
      edit(project, 'source/tram.md', 'until midnight', 'all night');
      edit(project, 'source/ui.json', '"leave": "Leave the harbour"', '"leave": "Leave the town"');
      project.write('source/new.md', 'Something new.\n');
    },
    holds: (project) => {
      expectTranslated(project, 'tram', 'It runs all night.');
      expectTranslated(project, 'ui', 'Leave the town');
      expectTranslated(project, 'new', 'Something new.');
    },
  },
];

const PAIRS = BRANCHES.flatMap((one, index) => BRANCHES.slice(index + 1).map((other) => [one, other] as const));

describe('merges', () => {
  it(`of ${PAIRS.length} pairs of branches lose and falsify nothing`, async () => {
    const { project, git } = await repository();
    for (const [index, branch] of BRANCHES.entries()) await commitBranch(project, git, `branch-${index}`, branch);
    for (const [one, other] of PAIRS) {
      const name = `${one.name} + ${other.name}`;
      merge(project, git, `branch-${BRANCHES.indexOf(one)}`, `branch-${BRANCHES.indexOf(other)}`);
      const { code, report, stderr } = await project.translate();
      expect(code, `${name}: ${stderr}`).toBe(0);
      one.holds(project);
      other.holds(project);
      const people = ['es', 'it'].reduce((sum, language) => sum + (report.languages[language]?.['human'] ?? 0), 0);
      expect(people, `${name}: units of people`).toBe((one.people ?? 0) + (other.people ?? 0));
    }
    const merged = project.snapshot('locales');
    expect((await project.translate()).report.requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(merged);
    expect((await project.run('check')).code).toBe(0);
  }, 400_000);

  it('of two branches that translate one change into different languages keep both', async () => {
    const { project, git } = await repository();
    const change: Branch = {
      name: '',
      work: (at) => edit(at, 'source/harbour.md', 'opens at six', 'opens at seven'),
      holds: () => undefined,
    };
    await commitBranch(project, git, 'spanish', { ...change, to: 'es' });
    await commitBranch(project, git, 'italian', { ...change, to: 'it' });
    merge(project, git, 'spanish', 'italian');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(report.languages['es']).toMatchObject({ human: 0, stale: 0 });
    expect(report.languages['it']).toMatchObject({ human: 0, stale: 0 });
  });

  it('of a reviewed and a redone text keep the reviewed one', async () => {
    const { project, git } = await repository();
    const approve = ['review', ['approve', '--to', 'es', '--key', HEADING]] as const;
    git('checkout', '-q', '-b', 'approved', 'main');
    expect((await project.run(...approve)).code).toBe(0);
    git('commit', '-q', '-a', '-m', 'approved');
    await commitBranch(project, git, 'changed', CHANGED_LEAD);
    merge(project, git, 'approved', 'changed');
    expect((await project.translate()).code).toBe(0);
    expect(recordLine(project, ES_RECORD, HEADING)).toMatchObject({ state: 'reviewed', origin: 'pseudo' });
  });
});

type Git = (...args: string[]) => string;

async function repository(): Promise<{ project: TemporaryProject; git: Git }> {
  const project = temporaryProject(FILES);
  const git: Git = (...args) => execFileSync('git', args, { cwd: project.root, encoding: 'utf8', stdio: 'pipe' });
  copyFileSync(join(REPOSITORY, '.gitattributes'), join(project.root, '.gitattributes'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.org');
  expect((await project.translate()).code).toBe(0);
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  return { project, git };
}

async function commitBranch(project: TemporaryProject, git: Git, branch: string, { work, to }: Branch): Promise<void> {
  git('checkout', '-q', '-b', branch, 'main');
  work(project);
  expect((await project.translate(...(to === undefined ? [] : ['--to', to]))).code).toBe(0);
  git('add', '-A');
  git('commit', '-q', '-m', branch);
}

/** Merges as people do: sources and bundles are resolved by hand where git cannot; records never need it. */
function merge(project: TemporaryProject, git: Git, one: string, other: string): void {
  git('reset', '-q', '--hard');
  git('clean', '-q', '-f', '-d');
  git('checkout', '-q', '-B', 'merged', one);
  try {
    git('merge', '-q', '--no-edit', other);
    return;
  } catch {
    // Conflicts: below.
  }
  const conflicts = git('diff', '--name-only', '--diff-filter=U').trim().split('\n');
  expect(conflicts.filter((file) => file.startsWith('locales/.review') || file === '')).toEqual([]);
  for (const file of conflicts) {
    const [base, ours, theirs] = [1, 2, 3].map((stage) => git('show', `:${stage}:${file}`));
    if (file.endsWith('.json')) {
      const both = mergeJson(JSON.parse(base ?? ''), JSON.parse(ours ?? ''), JSON.parse(theirs ?? ''));
      project.write(file, `${JSON.stringify(both, null, 2)}\n`);
    } else if (file.startsWith('locales/')) {
      // A rendered article is written anew from its bundle.
      project.remove(file);
    } else {
      const both = project.read(file).replace(/^(?:<{7}|>{7}).*\n/gm, '');
      project.write(file, both.replace(/^={7}\n/gm, '\n'));
    }
  }
  git('add', '-A');
  git('commit', '-q', '-m', 'merged');
}

/** What a person does with two versions of an object: whatever one side changed counts. */
function mergeJson(base: unknown, ours: unknown, theirs: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isObject(ours) || !isObject(theirs)) return JSON.stringify(ours) === JSON.stringify(base) ? theirs : ours;
  const before = isObject(base) ? base : {};
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const kept = keys.filter((key) => !(key in before) || (key in ours && key in theirs));
  return Object.fromEntries(
    kept.map((key) => [key, mergeJson(before[key], ours[key] ?? before[key], theirs[key] ?? before[key])]),
  );
}
