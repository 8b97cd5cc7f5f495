/** What a project is called where others see it: in a team's memory. */
import { basename } from 'node:path';
import { askGit, gitIn } from '../../project/git.ts';
import { folderInRepository } from '../../project/repository-folder.ts';
import type { Project } from './project.ts';

/** The configuration's name, else `owner/repository` of its git remote and the folder in it, else the folder's name. */
export async function projectName({ root, configuration }: Project): Promise<string> {
  const { name } = configuration.team;
  if (name !== undefined) return name;
  const remote = await askGit(gitIn(root), ['config', '--get', 'remote.origin.url']);
  const path = /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(remote ?? '')?.[1];
  if (path === undefined) return basename(root);
  const folder = folderInRepository(root);
  return folder === '' ? path : `${path}/${folder.replace(/\/$/, '')}`;
}
