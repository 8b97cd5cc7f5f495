/** A small site with everything in it that a real one has: the files of the fixture, and generated articles. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generateProject } from '../../scripts/bench/project-generator.ts';
import { REPOSITORY } from '../commands/temporary-project.ts';

const FIXTURE = join(REPOSITORY, 'tests/fixtures/run/site');

/** The fixture's files below `source/`. */
export function fixtureFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(FIXTURE, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const file = join(FIXTURE, name);
    if (statSync(file).isFile()) files.set(`source/${name}`, readFileSync(file, 'utf8'));
  }
  return files;
}

/** @param articles generated ones, besides the fixture's. */
export function siteFiles(articles: number, engine: string, languages = ['es', 'it']): Map<string, string> {
  const size = { articles, namespaces: 1, keys: 20, languages };
  return new Map([...generateProject(size, engine), ...fixtureFiles()]);
}

/** The articles among some source files: what is rendered. */
export function articlesOf(files: ReadonlyMap<string, string>): [name: string, text: string][] {
  return [...files]
    .filter(([file]) => file.startsWith('source/') && !file.endsWith('.json'))
    .map(([file, text]) => [file.slice('source/'.length), text]);
}
