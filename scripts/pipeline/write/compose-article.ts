/** The rendered article of a source file and language. */
import { editConflict } from '../../checks/pipeline-rules.ts';
import type { Filled, ParsedArticle } from '../../formats/format.ts';
import { renderDocument, skeletonOf } from '../../formats/skeleton/render.ts';
import { fileHash } from '../../locales/file-hash.ts';
import { shortHash } from '../../project/hash.ts';
import type { Project } from '../see/project.ts';
import { documentValues, readDocument, type DocumentOnDisk } from '../see/read-document.ts';
import { isProtected } from '../see/target/record-lines.ts';
import { parseRendered } from '../see/target/read-rendered.ts';
import type { SourceState } from '../see/source/read-source.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import { canonicalValue, parseValue, valueHash } from '../see/values.ts';
import { isInItsPlace, placed, withheldTexts, type Withheld } from './withheld.ts';

export interface ComposedArticle {
  /** Undefined: none is written, because none of its units has a target. */
  readonly text: string | undefined;
  /** The source's skeleton that a document with one of its own is merged with; undefined for all others. */
  readonly base: string | undefined;
  /** Lines of the source that have changed, and that a person has others for. */
  readonly stale: readonly number[];
  /** The units as they are now: what does not fit was refused. */
  readonly units: readonly UnitState[];
}

/**
 * A file that is there keeps its layout where its structure still is the source's, and its own skeleton where it has one. Units
 * that do not fit the structure are refused: a machine's leaves the bundle, a person's stays there with a finding, and so does
 * what a check refuses of a person's.
 */
export async function composeArticle(
  project: Project,
  source: SourceState,
  parsed: ParsedArticle,
  state: LanguageState,
): Promise<ComposedArticle> {
  const { document, units } = state;
  const withheld = await withheldTexts(project, source, state);
  if (document?.isOwn === true) return composeOwn(project, source, parsed, document, state, withheld);
  const isEmpty = state.rendered.text === undefined && units.every(({ value }) => value === undefined);
  if (isEmpty && units.length > 0) return { text: undefined, base: undefined, stale: [], units };
  return composeFromSource(project, source, parsed, state, withheld);
}

/** The units once people's edits are in the article: what of them does not fit, and what is withheld. The article is not made. */
export async function placeEdits(
  project: Project,
  source: SourceState,
  parsed: ParsedArticle,
  state: LanguageState,
): Promise<readonly UnitState[]> {
  if (state.document?.isOwn === true) return (await composeArticle(project, source, parsed, state)).units;
  const withheld = await withheldTexts(project, source, state);
  const values = new Map<number, string>();
  state.units.forEach((unit, index) => {
    if (unit.isEdited && unit.value !== undefined && !withheld.has(unit)) values.set(index, unit.value);
  });
  const { refused } = fillArticle(parsed, values, state.language);
  const reasons = new Map(refused.map(({ unit, reason }) => [unit, reason]));
  const own = await ownByStaleTexts(project, source, state, new Set(reasons.keys()));
  if (own !== undefined) return (await composeOwn(project, source, parsed, own, state, withheld)).units;
  const after = placed(state.units, withheld, (_, index) => reasons.get(index));
  return state.units.map((unit, index) => (unit.isEdited ? (after[index] ?? unit) : unit));
}

async function composeOwn(
  project: Project,
  source: SourceState,
  parsed: ParsedArticle,
  document: DocumentOnDisk,
  state: LanguageState,
  withheld: Withheld,
): Promise<ComposedArticle> {
  const kept = keptByProblems(source, state);
  const units = new Map(state.units.map((unit) => [unit.expected.key, unit]));
  const values = new Map<string, string>();
  for (const [key, unit] of units) {
    const value = kept.get(unit) ?? (withheld.has(unit) ? undefined : unit.value);
    if (value !== undefined) values.set(key, value);
  }
  const format = await source.file.format.load();
  const read = (text: string): ParsedArticle => {
    const again = format.parse(text, project.configuration.reading);
    if (again.kind !== 'article') throw new Error('an article became a bundle');
    return again;
  };
  const renamed = new Map([...source.renamed].map(([to, from]) => [from, to]));
  const result = renderDocument(
    { ...document, keys: document.keys.map((key) => (key === undefined ? undefined : (renamed.get(key) ?? key))) },
    document.base,
    { text: source.text, parsed, keys: source.units.map(({ key }) => key) },
    values,
    (key, one, other) => says(units.get(key), one) === says(units.get(key), other),
    read,
    // The ids of headings are people's there.
    { parse: parseValue, language: state.language, headingIds: [] },
  );
  // What cannot be put together again stays as a person left it.
  const { text, stale, refused } = result ?? { text: document.text, stale: [], refused: [] };
  const reasons = new Map(refused.map(({ key, reason }) => [key, reason]));
  const after = placed(state.units, withheld, ({ expected }) => reasons.get(expected.key));
  if (result === undefined) return { text, base: document.base, stale, units: after };
  // What the source filled with its texts would not be stays a document of its own.
  const whole = { text: source.text, parsed, keys: source.units.map(({ key }) => key) };
  const base = result.base ?? (document.hasOwnLayout ? skeletonOf(whole) : undefined);
  return { text, base, stale, units: after };
}

function says(unit: UnitState | undefined, value: string): string {
  return unit === undefined ? value : canonicalValue(unit.expected.source.syntax, value);
}

async function composeFromSource(
  project: Project,
  source: SourceState,
  parsed: ParsedArticle,
  state: LanguageState,
  withheld: Withheld,
): Promise<ComposedArticle> {
  const renderedText = state.rendered.text;
  const kept = keptByProblems(source, state);
  const values = new Map<number, string>();
  state.units.forEach((unit, index) => {
    const value = kept.get(unit) ?? (withheld.has(unit) ? undefined : unit.value);
    if (value !== undefined) values.set(index, value);
  });
  const filled = fillArticle(parsed, values, state.language);
  const reasons = new Map(filled.refused.map(({ unit, reason }) => [unit, reason]));
  const own = await ownByStaleTexts(project, source, state, new Set(reasons.keys()));
  if (own !== undefined) return composeOwn(project, source, parsed, own, state, withheld);
  const units = placed(state.units, withheld, (_, index) => reasons.get(index));
  const made = { text: filled.text, base: undefined, stale: [], units };
  if (renderedText === undefined || fileHash(renderedText) === fileHash(filled.text)) return made;
  const file = source.file.article(state.language);
  try {
    const existing = await parseRendered(source.file.format, file, renderedText, project.configuration);
    if (shortHash(existing.outline()) !== source.outline) return made;
    const changed = new Map<number, string>();
    units.forEach((unit, index) => {
      const { source: own } = unit.expected;
      const wanted =
        kept.get(state.units[index] ?? unit) ?? (isInItsPlace(unit) ? own.value : (unit.value ?? own.value));
      const there = existing.units[index]?.value;
      if (there === undefined || says(unit, there) !== says(unit, wanted)) changed.set(index, wanted);
    });
    // What was seen first is a person's to the last byte.
    if (changed.size === 0 && state.recordText === undefined) return { ...made, text: renderedText };
    const patched = existing.fill(changed, { parse: parseValue, language: state.language, ...idsOf(parsed) });
    return patched.refused.length === 0 ? { ...made, text: patched.text } : made;
  } catch {
    // What is there cannot be read any more: it was seen unchanged since the last run, so it is only old.
    return made;
  }
}

/**
 * Where a person's text stands in the article and does not fit the source any more (a link there has moved), it waits beside
 * its suggestion: the article is a document of its own from then on, merged with what it was made from.
 */
async function ownByStaleTexts(
  project: Project,
  source: SourceState,
  { document: seen, rendered, record, bundle, units, language }: LanguageState,
  refused: ReadonlySet<number>,
): Promise<DocumentOnDisk | undefined> {
  const theirs = units.filter(({ line }, index) => refused.has(index) && line !== undefined && isProtected(line));
  if (theirs.length === 0 || rendered.text === undefined) return undefined;
  const { configuration } = project;
  const context = { source, record, bundle, former: undefined, base: undefined, configuration };
  const document = seen ?? (await readDocument(source.file.article(language), rendered.text, context));
  const texts = documentValues(document);
  const isThere = (unit: UnitState): boolean => {
    const { key } = unit.expected;
    const text = texts.get(source.renamed.get(key) ?? key);
    return text !== undefined && unit.value !== undefined && says(unit, text) === says(unit, unit.value);
  };
  return theirs.some(isThere) ? { ...document, hasOwnLayout: true, base: skeletonOf(document) } : undefined;
}

/** The ids of the source's headings: the translation's are the same. */
function idsOf({ headingIds }: ParsedArticle): { readonly headingIds?: readonly string[] } {
  return headingIds === undefined ? {} : { headingIds: headingIds() };
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
function keptByProblems(source: SourceState, { units, document }: LanguageState): ReadonlyMap<UnitState, string> {
  const kept = new Map<UnitState, string>();
  const troubled = units.filter(({ problems }) => problems.length > 0);
  if (document === undefined || troubled.length === 0) return kept;
  const texts = documentValues(document);
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
