/** `evaluate`: how good engines are on texts with a reference; and how much people had to change of what machines drafted. */
import { tokenizerFor } from '../../evaluation/tokenizers/index.ts';
import type { Invocation } from '../../project/entry.ts';
import { UsageError } from '../../project/errors.ts';
import { canonicalLanguage } from '../../project/languages.ts';
import { createReport, fold } from '../../project/report/fold-report.ts';
import type { Report } from '../../project/report/report.ts';
import type { Tell } from '../../project/report/run-event.ts';
import { openProject, type Project } from '../../pipeline/see/project.ts';
import { languagesOption } from '../translate-options.ts';
import { askEngine } from './ask-engines.ts';
import { compareSystems } from './compare.ts';
import { givenTexts, pairsOfFiles, pairsOfTmx } from './given-texts.ts';
import { groupEfforts } from './history/group.ts';
import { projectHistory } from './history/index.ts';
import { notesOn, notesOnHistory } from './notes.ts';
import type { EvaluateOptions } from './options.ts';
import { linesAsTexts, outputFiles } from './outputs.ts';
import type { EvaluationResult } from './result.ts';
import { reviewedTexts } from './reviewed-texts.ts';
import type { EvaluatedSystem, ReferenceText } from './texts.ts';

export interface Evaluation {
  readonly result: EvaluationResult;
  /** What the engines were asked, and what went wrong. */
  readonly report: Report;
}

/** @throws UsageError, ConfigurationError for what cannot be evaluated at all; errors of single engines are in the report. */
export async function evaluate(invocation: Invocation, options: EvaluateOptions): Promise<Evaluation> {
  const report = createReport();
  const tell: Tell = (event) => fold(report, event);
  if (options.isHistory) return { result: await ofHistory(invocation, options), report };
  if (options.reference !== undefined && options.source === undefined)
    return { result: ofOutputs(options.reference, invocation.text('to'), options), report };
  const project = openProject(invocation.root, process.env, options.engines[0]);
  const texts = await referenceTexts(project, invocation, options, tell);
  const systems = outputFiles(texts, options);
  for (const engine of texts.length === 0 ? [] : engineNames(options)) {
    const asked = engine === undefined ? project : openProject(invocation.root, process.env, engine);
    const { dryRun, maxCharacters } = options;
    const { log, signal } = invocation;
    systems.push(await askEngine(asked, engine ?? 'engine', texts, { dryRun, maxCharacters, log, signal, tell }));
  }
  const isGiven = options.reference !== undefined || options.tmx !== undefined;
  return { result: compared(isGiven ? 'references' : 'reviewed', texts, systems, options), report };
}

/** Undefined: the configured one. */
function engineNames({ engines }: EvaluateOptions): readonly (string | undefined)[] {
  return engines.length === 0 ? [undefined] : engines;
}

async function referenceTexts(
  project: Project,
  invocation: Invocation,
  options: EvaluateOptions,
  tell: Tell,
): Promise<readonly ReferenceText[]> {
  const languages = languagesOption(invocation.text('to'), project);
  const { reference, source, tmx } = options;
  if (tmx !== undefined) {
    const texts: ReferenceText[] = [];
    for (const language of languages ?? project.configuration.targetLanguages)
      texts.push(...(await givenTexts(await pairsOfTmx(tmx, project, language), tmx, language, project)));
    return texts;
  }
  if (reference === undefined || source === undefined) return reviewedTexts(project, languages, options.only, tell);
  const [language, ...others] = languages ?? project.configuration.targetLanguages;
  if (language === undefined || others.length > 0)
    throw new UsageError(`Which language is ${reference} in?`, { remedy: 'Say it with --to.' });
  return givenTexts(pairsOfFiles(source, reference), source, language, project);
}

/** Finished translations alone. */
function ofOutputs(reference: string, to: string | undefined, options: EvaluateOptions): EvaluationResult {
  const language = to === undefined ? '' : canonicalLanguage(to);
  if (language === undefined) throw new UsageError(`"${to}" is no language tag.`);
  const texts = linesAsTexts(reference, language);
  return compared('references', texts, outputFiles(texts, options), options);
}

function compared(
  of: 'reviewed' | 'references',
  texts: readonly ReferenceText[],
  systems: readonly EvaluatedSystem[],
  options: EvaluateOptions,
): EvaluationResult {
  const rows = options.dryRun ? [] : compareSystems(texts, systems, options.tokenizer);
  const isTold = texts.some(({ language }) => language !== '');
  return {
    of,
    groups: isTold ? ['language', 'engine'] : ['engine'],
    rows: rows.map(({ language, engine, ...row }) => ({ ...row, names: isTold ? [language, engine] : [engine] })),
    tokenizers: [...new Set(rows.flatMap(({ measures, tokenizer }) => (measures === undefined ? [] : [tokenizer])))],
    notes: notesOn(of, texts, rows),
  };
}

async function ofHistory(invocation: Invocation, options: EvaluateOptions): Promise<EvaluationResult> {
  const project = openProject(invocation.root, process.env);
  const languages = languagesOption(invocation.text('to'), project);
  const { only, by, tokenizer } = options;
  const history = await projectHistory(project, { languages, only, signal: invocation.signal });
  const { efforts } = history;
  return {
    of: 'history',
    groups: by,
    rows: groupEfforts(efforts, by, tokenizer).map(({ names, measures }) => {
      return { names, measures, texts: measures.segments, answered: measures.segments };
    }),
    tokenizers: [...new Set(efforts.map(({ language }) => tokenizer ?? tokenizerFor(language)))],
    notes: notesOnHistory(history),
  };
}
