/**
 * A forge in a folder: a bare remote, people who commit to it, and the repository's own workflow, whose steps are run as
 * they stand there, each time in a fresh clone. GitHub's API for pull requests is a stub on this machine.
 */
import { execFile, execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod/mini';
import { startHttpStub } from '../engines/http-stub.ts';
import { REPOSITORY } from './temporary-project.ts';

export const BOT = 'glossa/translations';

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  open: boolean;
  title: string;
  body: string;
}

/** Somebody's clone, with a branch checked out as it is on the remote. */
export interface Desk {
  readonly folder: string;
  git(...args: string[]): string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  edit(file: string, from: string | RegExp, to: string): void;
}

export interface ForgeInAFolder {
  readonly pulls: PullRequest[];
  /** A person commits to a branch (made from main where it is not there), and pushes. */
  commit(branch: string, change: (desk: Desk) => void, push?: readonly string[]): void;
  /** A branch as it is on the remote. */
  at<Result>(branch: string, look: (desk: Desk) => Result): Result;
  tip(branch: string): string | undefined;
  isAncestor(one: string, other: string): boolean;
  /** Runs the steps of a job of the workflow. */
  workflow(
    job: string,
    variables?: Readonly<Record<string, string>>,
    branch?: string,
  ): Promise<{ code: number; output: string; summary: string }>;
}

const workflowSchema = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(z.object({ run: z.optional(z.string()) })) })),
});

export async function forgeInAFolder(files: Readonly<Record<string, string>>): Promise<ForgeInAFolder> {
  const top = mkdtempSync(join(tmpdir(), 'glossa-forge-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  const remote = join(top, 'remote.git');
  const run = (folder: string, ...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    }).trim();
  mkdirSync(remote);
  run(remote, 'init', '-q', '--bare', '-b', 'main');
  const folder = join(top, 'desk');
  mkdirSync(folder);
  run(folder, 'init', '-q', '-b', 'main');
  run(folder, 'remote', 'add', 'origin', remote);
  const desk = deskIn(folder, (...args) => run(folder, ...args));
  const scripts = Object.fromEntries(
    ['sync', 'check', 'translate'].map((name) => [name, `node ${join(REPOSITORY, '.build', `${name}.js`)} --root .`]),
  );
  desk.write('package.json', JSON.stringify({ private: true, scripts }));
  copyFileSync(join(REPOSITORY, '.gitattributes'), join(folder, '.gitattributes'));
  for (const [file, text] of Object.entries(files)) desk.write(file, text);
  desk.git('add', '-A');
  desk.git('commit', '-q', '-m', 'site');
  desk.git('push', '-q', 'origin', 'main');

  const tip = (branch: string): string | undefined => {
    const [line = ''] = run(remote, 'for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`).split('\n');
    return line === '' ? undefined : line;
  };
  const checkout = (branch: string): void => {
    desk.git('fetch', '-q', '--prune', 'origin');
    desk.git('checkout', '-q', '-f', '-B', branch, tip(branch) === undefined ? 'origin/main' : `origin/${branch}`);
    desk.git('clean', '-q', '-fd');
  };
  const pulls: PullRequest[] = [];
  const api = await startPulls(pulls);
  const { jobs } = workflowSchema.parse(
    parse(readFileSync(join(REPOSITORY, '.github/workflows/localization.yml'), 'utf8')),
  );
  let runs = 0;
  return {
    pulls,
    tip,
    isAncestor(one, other) {
      return run(remote, 'merge-base', one, other) === one;
    },
    commit(branch, change, push = []) {
      checkout(branch);
      change(desk);
      desk.git('add', '-A');
      desk.git('commit', '-q', '--allow-empty', '-m', `work on ${branch}`);
      desk.git('push', '-q', ...push, 'origin', `HEAD:refs/heads/${branch}`);
    },
    at(branch, look) {
      checkout(branch);
      return look(desk);
    },
    async workflow(job, variables = {}, branch = 'main') {
      const clone = join(top, `run-${(runs += 1)}`);
      const summary = join(top, `summary-${runs}`);
      writeFileSync(summary, '');
      run(top, 'clone', '-q', '--branch', branch, remote, clone);
      const steps = jobs[job]?.steps.flatMap((step) => step.run ?? []) ?? [];
      if (steps.length === 0) throw new Error(`the workflow has no job ${job} with steps`);
      const result = await bash(steps.join('\n'), clone, {
        HOME: join(top, 'home'),
        XDG_CACHE_HOME: join(top, 'cache'),
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'team/site',
        GITHUB_API_URL: api,
        GITHUB_STEP_SUMMARY: summary,
        GH_TOKEN: 'secret-token',
        TO: '',
        ENGINE: '',
        MAX_CHARACTERS: '',
        ...variables,
      });
      rmSync(clone, { recursive: true, force: true });
      return { ...result, summary: readFileSync(summary, 'utf8') };
    },
  };
}

function deskIn(folder: string, git: Desk['git']): Desk {
  const path = (file: string): string => join(folder, file);
  const desk: Desk = {
    folder,
    git,
    read: (file) => readFileSync(path(file), 'utf8'),
    write(file, text) {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), text);
    },
    remove: (file) => rmSync(path(file), { recursive: true, force: true }),
    edit(file, from, to) {
      const before = desk.read(file);
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file}: nothing fits ${String(from)} in:\n${before}`);
      desk.write(file, after);
    },
  };
  return desk;
}

/** Files below a folder, relative to it. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names.flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [],
  );
}

function bash(
  script: string,
  cwd: string,
  variables: Readonly<Record<string, string>>,
): Promise<{ code: number; output: string }> {
  const { PATH = '' } = process.env;
  mkdirSync(variables['HOME'] ?? '', { recursive: true });
  return new Promise((resolve) => {
    execFile(
      'bash',
      ['-e', '-o', 'pipefail', '-c', script],
      { cwd, env: { PATH, CI: 'true', ...variables } },
      (error, stdout, stderr) => {
        resolve({
          code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1,
          output: `${stdout}${stderr}`,
        });
      },
    );
  });
}

const text = z.object({ head: z.string(), base: z.string(), title: z.string(), body: z.string() });

/** GitHub's pull requests, as its documentation says: list by head and base, create, change. */
async function startPulls(pulls: PullRequest[]): Promise<string> {
  const shown = ({ number }: PullRequest): object => ({
    number,
    html_url: `https://forge.example/team/site/pull/${number}`,
  });
  const stub = await startHttpStub(({ method, path, headers, body }) => {
    if (headers['authorization'] !== 'Bearer secret-token')
      return { status: 401, body: { message: 'Bad credentials' } };
    const url = new URL(path, 'http://localhost');
    const number = Number(/^\/repos\/team\/site\/pulls\/(\d+)$/.exec(url.pathname)?.[1] ?? 0);
    const found = pulls.find((pull) => pull.number === number);
    if (method === 'PATCH' && found !== undefined) {
      Object.assign(found, z.partial(z.pick(text, { title: true, body: true })).parse(body));
      return { status: 200, body: shown(found) };
    }
    if (url.pathname !== '/repos/team/site/pulls') return { status: 404, body: { message: 'Not Found' } };
    if (method === 'GET') {
      const [head, base] = [url.searchParams.get('head'), url.searchParams.get('base')];
      const fitting = pulls.filter((pull) => pull.open && `team:${pull.head}` === head && pull.base === base);
      return { status: 200, body: fitting.map(shown) };
    }
    const pull = { number: pulls.length + 1, open: true, ...text.parse(body) };
    pulls.push(pull);
    return { status: 201, body: shown(pull) };
  });
  onTestFinished(() => stub.close());
  return stub.url;
}
