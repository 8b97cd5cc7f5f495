import { z } from 'zod/mini';
import type { Forge, ForgeClient, ForgeContext, OpenRequest } from './forge.ts';
import { forgeApi } from './forge-api.ts';
import { hostOf, pathOf } from './github.ts';
import { openProgram, type Run } from './program.ts';

const merge = z.object({ iid: z.int(), web_url: z.string() });

const REMEDY =
  'GitLab’s job token may not open merge requests: put a project access token with the scope "api" into the variable GITLAB_TOKEN.';

/** GitLab, by `glab` or by the API with a token. */
export const gitlab: Forge = {
  name: 'gitlab',
  async open(context) {
    const { address, variables } = context;
    if (variables['GITLAB_CI'] !== 'true' && !/gitlab/i.test(hostOf(address))) return undefined;
    return byApi(context) ?? (await byProgram(context));
  },
};

function byApi({ address, variables }: ForgeContext): ForgeClient | undefined {
  const token = variables['GITLAB_TOKEN'];
  const project = variables['CI_PROJECT_ID'] || encodeURIComponent(pathOf(address));
  if (token === undefined || token === '' || project === '') return undefined;
  const base = variables['CI_API_V4_URL'] || `https://${hostOf(address)}/api/v4`;
  const call = forgeApi({ base, headers: { 'private-token': token }, token, remedy: REMEDY, variables });
  const requests = `/projects/${project}/merge_requests`;
  return {
    async find(branch, base) {
      const query = new URLSearchParams({ state: 'opened', source_branch: branch, target_branch: base });
      return oldest(await call('GET', `${requests}?${query}`, z.array(merge)));
    },
    async create({ branch, base, title, body }) {
      const text = { source_branch: branch, target_branch: base, title, description: body, remove_source_branch: true };
      return known(await call('POST', requests, merge, text));
    },
    async update({ number }, { title, body }) {
      await call('PUT', `${requests}/${number}`, merge, { title, description: body });
    },
  };
}

/** `glab api` fills in the project and the token that a person has signed in with. */
async function byProgram(context: ForgeContext): Promise<ForgeClient | undefined> {
  const glab: Run | undefined = await openProgram('glab', ['auth', 'status'], context);
  if (glab === undefined) return undefined;
  const requests = 'projects/:id/merge_requests';
  const send = async (method: string, path: string, fields: object): Promise<OpenRequest> => {
    const args = ['api', path, '--method', method, '--header', 'content-type: application/json', '--input', '-'];
    return known(merge.parse(JSON.parse(await glab(args, JSON.stringify(fields)))));
  };
  return {
    async find(branch, base) {
      const query = new URLSearchParams({ state: 'opened', source_branch: branch, target_branch: base });
      return oldest(z.array(merge).parse(JSON.parse(await glab(['api', `${requests}?${query}`]))));
    },
    create: ({ branch, base, title, body }) =>
      send('POST', requests, { source_branch: branch, target_branch: base, title, description: body }),
    async update({ number }, { title, body }) {
      await send('PUT', `${requests}/${number}`, { title, description: body });
    },
  };
}

function oldest(found: readonly z.infer<typeof merge>[]): OpenRequest | undefined {
  return found.toSorted((a, b) => a.iid - b.iid).map(known)[0];
}

function known({ iid, web_url }: z.infer<typeof merge>): OpenRequest {
  return { number: iid, address: web_url };
}
