import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Figure } from '../figure.ts';
import { translatedArticle, translatedStrings } from '../people-translation.ts';
import { articlePath, stringsPath, type ProjectSize } from '../project-generator.ts';
import type { BenchProject, Workbench } from '../workbench.ts';

const LANGUAGES = ['it', 'de', 'fr', 'es', 'ja', 'pt-BR'];
const NAMESPACES = 20;

const reportSchema = z.object({
  languages: z.record(z.string(), z.object({ people: z.number(), missing: z.number() })),
});

/** Translations that are there, seen for the first time: bundles of an application, and pages of a site. */
export async function adopt(workbench: Workbench): Promise<Figure[]> {
  const { share } = workbench;
  const strings = { articles: 0, namespaces: NAMESPACES, keys: 1000 * share, languages: LANGUAGES };
  const pages = { articles: 1000 * share, namespaces: 0, keys: 0, languages: ['es'] };
  const values = await measured(workbench, strings, stringsPath, NAMESPACES, translatedStrings);
  const units = await measured(workbench, pages, articlePath, pages.articles, translatedArticle);
  const keys = strings.keys * NAMESPACES;
  return [
    { figure: `adopt, ${keys} keys in six languages: CPU`, measured: values.cpuSeconds, unit: 's', most: 10 },
    { figure: 'adopt, keys: peak memory', measured: values.megabytes, unit: 'MB' },
    { figure: 'adopt, keys: values that are not taken over', measured: values.missing, unit: '', most: 0 },
    { figure: `adopt, ${pages.articles} pages aligned: CPU`, measured: units.cpuSeconds, unit: 's', most: 60 },
    { figure: 'adopt, pages: peak memory', measured: units.megabytes, unit: 'MB' },
    { figure: 'adopt, pages: share of units joined', measured: units.joined, unit: '', least: 0.98 },
  ];
}

async function measured(
  workbench: Workbench,
  size: ProjectSize,
  path: (number: number) => string,
  files: number,
  translated: (source: string, language: string) => string,
) {
  const project = workbench.untranslated(size, 'pseudo');
  for (let number = 0; number < files; number++) {
    for (const language of size.languages) translate(project, path(number), language, translated);
  }
  const { code, stdout, stderr, cpuSeconds, peakMegabytes = 0 } = await project.run('adopt');
  if (code !== 0) throw new Error(`adopting ended with ${code}: ${stderr}`);
  const languages = Object.values(reportSchema.parse(JSON.parse(stdout)).languages);
  const people = languages.reduce((sum, own) => sum + own.people, 0);
  const missing = languages.reduce((sum, own) => sum + own.missing, 0);
  return { cpuSeconds, megabytes: peakMegabytes, missing, joined: people / (people + missing) };
}

function translate(
  { root }: BenchProject,
  source: string,
  language: string,
  translated: (source: string, language: string) => string,
): void {
  const file = join(root, source.replace(/^source\//, `locales/${language}/`));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, translated(readFileSync(join(root, source), 'utf8'), language));
}
