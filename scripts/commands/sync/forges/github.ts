import { z } from 'zod/mini';
import type { Forge, ForgeClient, ForgeContext, OpenRequest } from './forge.ts';
import { forgeApi } from './forge-api.ts';
import { openProgram } from './program.ts';

const pull = z.object({ number: z.int(), html_url: z.string() });
const listed = z.object({ number: z.int(), url: z.string() });

const REMEDY =
  'The token needs to write contents and pull requests; in GitHub’s settings of the repository, Actions, General, ' +
  '"Allow GitHub Actions to create and approve pull requests" must be on.';

/** GitHub and GitHub Enterprise, by `gh` or by the API with a token. */
export const github: Forge = {
  name: 'github',
  async open(context) {
    if (!isGitHub(context)) return undefined;
    return (await byProgram(context)) ?? byApi(context);
  },
};

function isGitHub({ address, variables }: ForgeContext): boolean {
  return variables['GITHUB_ACTIONS'] === 'true' || /github/i.test(hostOf(address));
}

async function byProgram(context: ForgeContext): Promise<ForgeClient | undefined> {
  const gh = await openProgram('gh', ['auth', 'status'], context);
  if (gh === undefined) return undefined;
  const find = async (branch: string, base: string): Promise<OpenRequest | undefined> => {
    const fields = ['--state', 'open', '--json', 'number,url'];
    const output = await gh(['pr', 'list', '--head', branch, '--base', base, ...fields]);
    const first = z
      .array(listed)
      .parse(JSON.parse(output))
      .toSorted((a, b) => a.number - b.number)[0];
    return first === undefined ? undefined : { number: first.number, address: first.url };
  };
  return {
    find,
    async create({ branch, base, title, body }) {
      const output = await gh(
        ['pr', 'create', '--head', branch, '--base', base, '--title', title, '--body-file', '-'],
        body,
      );
      const address = /https?:\/\/\S+/.exec(output)?.[0] ?? '';
      return { number: Number(/(\d+)\/?$/.exec(address)?.[1] ?? 0), address };
    },
    async update({ number }, { title, body }) {
      await gh(['pr', 'edit', String(number), '--title', title, '--body-file', '-'], body);
    },
  };
}

function byApi({ address, variables }: ForgeContext): ForgeClient | undefined {
  const token = variables['GH_TOKEN'] || variables['GITHUB_TOKEN'];
  const repository = variables['GITHUB_REPOSITORY'] || pathOf(address);
  if (token === undefined || token === '' || repository === '') return undefined;
  const headers = { authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28', 'user-agent': 'glossa' };
  const base = variables['GITHUB_API_URL'] || apiOf(address);
  const call = forgeApi({ base, headers, token, remedy: REMEDY, variables });
  const owner = repository.split('/', 1)[0] ?? '';
  const pulls = `/repos/${repository}/pulls`;
  const known = ({ number, html_url }: z.infer<typeof pull>): OpenRequest => ({ number, address: html_url });
  return {
    async find(branch, base) {
      const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, base });
      const found = await call('GET', `${pulls}?${query}`, z.array(pull));
      return found.toSorted((a, b) => a.number - b.number).map(known)[0];
    },
    async create({ branch, base, title, body }) {
      return known(await call('POST', pulls, pull, { head: branch, base, title, body, maintainer_can_modify: true }));
    },
    async update({ number }, { title, body }) {
      await call('PATCH', `${pulls}/${number}`, pull, { title, body });
    },
  };
}

function apiOf(address: string): string {
  const host = hostOf(address);
  return host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}

/** `github.com` of `https://github.com/a/b.git` and of `git@github.com:a/b.git`. */
export function hostOf(address: string): string {
  return /^(?:\w+:\/\/)?(?:[^@/]*@)?([^/:]+)/.exec(address)?.[1] ?? '';
}

/** `a/b` of the same. */
export function pathOf(address: string): string {
  const path = /^(?:\w+:\/\/[^/]+\/|[^/]*:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1] ?? '';
  return path.replace(/^\/+/, '');
}
