/**
 * Links to headings of other pages, once all pages are written: what a heading is called in a language is known then, whatever
 * the order of files, and whichever of them this run has made.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlossaError } from '../project/errors.ts';
import type { Job } from './job.ts';
import { translateFiles } from './index.ts';
import type { Project } from './see/project.ts';
import { glanceAt } from './see/source/glance.ts';
import type { SourceFile } from './see/source/sources.ts';

/** A place in another page, as far as a look can tell. */
const ACROSS = /[^\s()<>"'#[\]]#[^\s()<>"'#]/;

/** @param files all source files of the project. */
export async function followAcross(files: readonly SourceFile[], job: Job): Promise<void> {
  const { project, tell } = job;
  const articles = files.filter(({ format }) => format.kind === 'article');
  const print = printOf(project, articles);
  if (lastSeen(project) === print) return;
  const linking = articles.filter(({ path }) => ACROSS.test(lookAt(project, path)?.toString('utf8') ?? ''));
  let isWhole = true;
  if (linking.length > 0) {
    const options = { ...job.options, to: [], redo: false, acceptSuggestions: false, prune: false };
    await translateFiles(linking, files, [], {
      ...job,
      options,
      isAsked: () => false,
      // All else was told when the files were read before.
      tell: (event) => {
        if (event.kind === 'written') tell(event);
        if (event.kind === 'error') isWhole = false;
      },
    });
  }
  if (isWhole) remember(project, linking.length === 0 ? print : printOf(project, articles));
}

/** Of all pages as they are in all languages. */
function printOf(project: Project, articles: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  const { sourceLanguage, targetLanguages } = project.configuration;
  const languages = [sourceLanguage, ...targetLanguages];
  for (const { path, article } of articles) {
    for (const file of [path, ...languages.map((language) => article(language))]) {
      const bytes = lookAt(project, file);
      hash.update(`${file}\0${bytes?.length ?? -1}\0`);
      if (bytes !== undefined) hash.update(bytes);
    }
  }
  return hash.digest('base64url');
}

/** What cannot be read has its error where it is read for its texts. */
function lookAt({ root }: Project, file: string): Buffer | undefined {
  try {
    return glanceAt(root, file);
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}

/** The print of the pages whose links were looked at last; without it they are looked at again. */
function placeOf({ paths }: Project): string {
  return join(paths.cache, 'followed');
}

function lastSeen(project: Project): string | undefined {
  try {
    return readFileSync(placeOf(project), 'utf8');
  } catch {
    return undefined;
  }
}

function remember(project: Project, print: string): void {
  try {
    mkdirSync(project.paths.cache, { recursive: true });
    writeFileSync(placeOf(project), print);
  } catch {
    // The next run looks again.
  }
}
