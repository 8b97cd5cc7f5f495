/** The rendered article of one source file and language, made from what is known of its units. */
import { editConflict, structure } from '../../checks/pipeline-rules.ts';
import type { Filled, ParsedArticle } from '../../formats/format.ts';
import { fileHash } from '../../locales/file-hash.ts';
import { shortHash } from '../../project/hash.ts';
import { canonical } from '../../units/canonical.ts';
import type { Project } from '../see/project.ts';
import { parseRendered, readRendered } from '../see/target/read-rendered.ts';
import type { SourceState } from '../see/source/read-source.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import { next, type UnitState } from '../see/target/unit-state.ts';
import { parseValue, valueHash } from '../see/values.ts';

export interface ComposedArticle {
  readonly text: string;
  /** The units; those that do not fit into the article were refused. */
  readonly units: readonly UnitState[];
}

/**
 * The rendered article. A file that is there keeps its layout where its structure still is the source's; units that do
 * not fit the structure are refused: a machine's leaves the bundle, a person's stays there with a finding.
 */
export async function composeArticle(
  project: Project,
  source: SourceState,
  parsed: ParsedArticle,
  state: LanguageState,
): Promise<ComposedArticle> {
  const renderedText = state.rendered.text;
  const kept = await keptByProblems(project, source, state);
  const values = new Map<number, string>();
  state.units.forEach((unit, index) => {
    const value = kept.get(unit) ?? unit.value;
    if (value !== undefined) values.set(index, value);
  });
  const filled = fillArticle(parsed, values, state.language);
  const reasons = new Map(filled.refused.map(({ unit, reason }) => [unit, reason]));
  const units =
    reasons.size === 0 ? state.units : state.units.map((unit, index) => withReason(unit, reasons.get(index)));
  const made = { text: filled.text, units };
  if (renderedText === undefined || fileHash(renderedText) === fileHash(filled.text)) return made;
  const file = source.file.article(state.language);
  try {
    const existing = await parseRendered(source.file.format, file, renderedText, project.configuration);
    if (shortHash(existing.outline()) !== source.outline) return made;
    const changed = new Map<number, string>();
    units.forEach((unit, index) => {
      const { source: own } = unit.expected;
      const seen = state.units[index] ?? unit;
      const wanted = kept.get(seen) ?? (isRefused(unit) ? own.value : (unit.value ?? own.value));
      const there = existing.units[index]?.value;
      const says = (value: string): string => canonical(parseValue(own.syntax, value));
      if (there === undefined || says(there) !== says(wanted)) changed.set(index, wanted);
    });
    const patched = existing.fill(changed, { parse: parseValue, language: state.language });
    return patched.refused.length === 0 ? { text: patched.text, units } : made;
  } catch {
    // What is there cannot be read any more: it was seen unchanged since the last run, so it is only old.
    return made;
  }
}

function withReason(unit: UnitState, reason: string | undefined): UnitState {
  return reason === undefined ? unit : next(unit, { kind: 'unfit', reason });
}

/** Where values are nested so deeply that the parsers' own recursion gives up, all of the article's are refused: the run goes on. */
function fillArticle(parsed: ParsedArticle, values: ReadonlyMap<number, string>, language: string): Filled {
  try {
    return parsed.fill(values, { parse: parseValue, language });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const changed = [...values].filter(([index, value]) => parsed.units[index]?.value !== value);
    const reason = 'a text of the article is nested too deeply to be written';
    return { text: parsed.fill(new Map(), { language }).text, refused: changed.map(([unit]) => ({ unit, reason })) };
  }
}

/**
 * What the article on disk says of units whose edit contradicts the bundle's, or whose text is gone from there: it stays.
 * All else is written as always, so that the article keeps the structure that its record tells.
 */
async function keptByProblems(
  project: Project,
  source: SourceState,
  { units, record, rendered }: LanguageState,
): Promise<ReadonlyMap<UnitState, string>> {
  const kept = new Map<UnitState, string>();
  const troubled = units.filter(({ problems }) => problems.length > 0);
  if (rendered.text === undefined || troubled.length === 0) return kept;
  const { configuration } = project;
  const texts = await readRendered(source, rendered.file, rendered.text, record, configuration);
  for (const unit of troubled) {
    const { key } = unit.expected;
    const text = texts.get(source.renamed.get(key) ?? key);
    if (text === undefined) continue;
    // The source text in place of words that are gone: it is the newest one that is shown.
    const isShown = !isConflict(unit) && valueHash(unit.expected.source.syntax, text) !== unit.line?.target;
    if (!isShown) kept.set(unit, text);
  }
  return kept;
}

function isConflict({ problems }: UnitState): boolean {
  return problems.some(({ rule }) => rule === editConflict.name);
}

function isRefused({ line }: UnitState): boolean {
  return line?.findings?.some(({ rule }) => rule === structure.name) ?? false;
}
