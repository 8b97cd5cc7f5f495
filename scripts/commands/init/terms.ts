/** A first termbase: what the texts repeat, for a person to complete. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GLOSSARY_FOLDER } from '../../project/paths.ts';
import type { Project } from '../../pipeline/see/project.ts';
import { suggestTerms } from '../../terminology/suggest.ts';
import { sourceTexts } from '../source-texts.ts';

const FIRST_TERMS = 12;

/** @returns undefined where there is a glossary, or nothing that is said often. */
export async function firstTerms(
  project: Project,
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  if (existsSync(join(project.root, GLOSSARY_FOLDER))) return undefined;
  const { termbase } = await project.termbase();
  const { texts } = await sourceTexts(project);
  const found = suggestTerms(termbase, texts, new Set()).slice(0, FIRST_TERMS);
  if (found.length === 0) return undefined;
  const { sourceLanguage } = project.configuration;
  const rows = found.map(({ form }) => [form.toLowerCase(), sourceLanguage, form].map(csv).join(','));
  return { file: `${GLOSSARY_FOLDER}/terms.csv`, text: `concept,language,term\n${rows.join('\n')}\n` };
}

function csv(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
