/** `glossary`: the termbase against the sources, and on DeepL's account. */
import { wordsOf } from '../checks/words/unknown-words.ts';
import { parseRecord } from '../locales/record.ts';
import type { GlossaError, Place } from '../project/errors.ts';
import { table } from '../project/table.ts';
import { termReport } from '../terminology/report.ts';
import { suggestTerms } from '../terminology/suggest.ts';
import { glossariesOf } from '../pipeline/ask/engine-sessions.ts';
import type { Project } from '../pipeline/see/project.ts';
import { sourceTexts } from './source-texts.ts';
import { listFiles, readBytes } from '../pipeline/see/source/sources.ts';

export interface GlossaryResult {
  readonly data: object;
  readonly lines: readonly string[];
  readonly errors: readonly GlossaError[];
}

const SHOWN_PLACES = 3;
const SHOWN_SUGGESTIONS = 40;

/** Which terms the sources use and where, which nobody uses, what each language lacks. */
export async function checkGlossary(project: Project): Promise<GlossaryResult> {
  const { termbase, errors, warnings } = await project.termbase();
  const sources = await sourceTexts(project);
  const report = termReport(termbase, sources.texts, project.configuration);
  const uses = report.used.map(({ concept, count, forms, places }) => [
    concept,
    count,
    forms.join(', '),
    placesText(places),
  ]);
  const lines = table(['concept', 'uses', 'forms', 'places'], uses).split('\n');
  if (report.unused.length > 0) lines.push('', `Never used: ${report.unused.join(', ')}.`);
  for (const { form, concepts, places } of report.ambiguous) {
    lines.push(`"${form}" stands for ${concepts.join(' and ')}: left alone in ${placesText(places)}.`);
  }
  lines.push('');
  for (const { language, covered, missing } of report.coverage) {
    const lack = missing.length === 0 ? '' : `; used and without a term: ${missing.join(', ')}`;
    lines.push(`${language}: ${covered} of ${termbase.concepts.length} concepts${lack}.`);
  }
  for (const { place, message } of warnings) lines.push(`warning: ${placesText([place])}: ${message}`);
  return { data: report, lines, errors: [...errors, ...sources.errors] };
}

/** What the sources say often, in capitals or in another language, and what engines did not know. */
export async function suggestForGlossary(project: Project): Promise<GlossaryResult> {
  const { termbase, errors } = await project.termbase();
  const sources = await sourceTexts(project);
  const suggestions = suggestTerms(termbase, sources.texts, unknownWords(project));
  const rows = suggestions
    .slice(0, SHOWN_SUGGESTIONS)
    .map(({ form, count, reasons, places }) => [form, count, reasons.join(', '), placesText(places)]);
  const more = suggestions.length - rows.length;
  const lines = table(['candidate', 'uses', 'why', 'places'], rows).split('\n');
  if (more > 0) lines.push(`… and ${more} more; --json lists all.`);
  return { data: { suggestions }, lines, errors: [...errors, ...sources.errors] };
}

/** The words that engines did not know, as the records tell. */
function unknownWords({ root, layout }: Project): ReadonlySet<string> {
  const records = listFiles(root, layout.records, '.json').map((file) => readBytes(root, file)?.toString('utf8') ?? '');
  return new Set(records.flatMap((text) => parseRecord(text).lines.flatMap((line) => wordsOf(line.findings ?? []))));
}

/** Shows what would change on the account and, unless it is a dry run, changes it. */
export async function pushToDeepl(
  project: Project,
  isDry: boolean,
  note: (line: string) => void,
  signal: AbortSignal,
): Promise<GlossaryResult> {
  const { errors } = await project.termbase();
  // A termbase with bad rows would take terms away from the account.
  if (errors.length > 0) return { data: {}, lines: [], errors };
  const { planGlossary, pushGlossary } = await import('../engines/deepl/glossary-push.ts');
  const glossaries = await glossariesOf(project);
  const plan = await (isDry ? planGlossary : pushGlossary)(project.environment('deepl', note), glossaries, signal);
  const lines = plan.glossaries.flatMap(({ name, upToDate, dictionaries }) => [
    `${name}: ${upToDate ? 'up to date' : isDry ? 'would change' : 'changed'}`,
    ...dictionaries.map(({ source, target, entries, added, changed, removed }) => {
      const changes = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
      return `  ${source} to ${target}: ${entries} entries; ${changes}`;
    }),
  ]);
  for (const { source, target } of plan.without) {
    lines.push(`DeepL has no glossaries from ${source} to ${target}: terms are marked in the text instead.`);
  }
  for (const { source } of plan.unusable)
    lines.push(`"${source}" cannot be a glossary entry at DeepL and is left out.`);
  return { data: plan, lines, errors: [] };
}

function placesText(places: readonly Place[]): string {
  const shown = places.slice(0, SHOWN_PLACES).map(({ file, line }) => `${file ?? ''}:${line ?? 1}`);
  const more = places.length - shown.length;
  return `${[...new Set(shown)].join(' ')}${more > 0 ? ` and ${more} more` : ''}`;
}
