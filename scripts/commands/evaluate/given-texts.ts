/** References that the user gives: two files with one text a line, or a TMX. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readTmx } from '../../exchange/tmx/read-tmx.ts';
import { UsageError } from '../../project/errors.ts';
import type { SyntaxName } from '../../units/unit.ts';
import { termLookup, type Project } from '../../pipeline/see/project.ts';
import type { SourceUnit } from '../../pipeline/see/source/read-source.ts';
import { decode } from '../../pipeline/see/source/sources.ts';
import { needSyntaxes, valueHash } from '../../pipeline/see/values.ts';
import { keptTexts, tmxSyntaxes } from '../tmx-texts.ts';
import { wordsOf, type ReferenceText } from './texts.ts';

/** The lines of a file; a line end at the end begins no line. @throws UsageError when it cannot be read. */
export function linesOf(file: string): readonly string[] {
  return decode(bytesOf(file), file).replace(/\n$/, '').split('\n');
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new UsageError(`${file} cannot be read (${cause instanceof Error ? cause.message : ''}).`, { cause });
  }
}

/** @throws UsageError where two files do not have as many lines. */
export function sameLength(file: string, lines: readonly string[], of: string, expected: number): void {
  if (lines.length === expected) return;
  throw new UsageError(`${file} has ${lines.length} lines, and ${of} has ${expected}.`, {
    remedy: 'Line by line, each must be the translation of the other.',
  });
}

/** A text and its translation, in one inline syntax. */
interface GivenPair {
  readonly source: string;
  readonly target: string;
  readonly syntax: SyntaxName;
}

export function pairsOfFiles(sourceFile: string, referenceFile: string): GivenPair[] {
  const [sources, targets] = [linesOf(sourceFile), linesOf(referenceFile)];
  sameLength(sourceFile, sources, referenceFile, targets.length);
  return sources.map((source, index) => ({ source, target: targets[index] ?? '', syntax: 'plain' }));
}

/** What people translated, by a TMX: drafts that it tells as such are none. */
export async function pairsOfTmx(file: string, project: Project, language: string): Promise<GivenPair[]> {
  const tmx = readTmx(bytesOf(file), file);
  const syntaxes = await tmxSyntaxes(project, tmx.units);
  await needSyntaxes(syntaxes.values());
  const { sourceLanguage } = project.configuration;
  return tmx.units.flatMap((unit) => {
    const syntax = syntaxes.get(unit) ?? 'plain';
    const texts = keptTexts({ ...tmx, units: [unit] }, basename(file), sourceLanguage, language, syntaxes);
    return texts.map(({ source, target }) => ({ source, target, syntax }));
  });
}

/**
 * Pairs as texts that engines can be asked for, with the project's terms and checks. A pair without words on one side is none.
 * @param file where they come from.
 */
export async function givenTexts(
  pairs: readonly GivenPair[],
  file: string,
  language: string,
  project: Project,
): Promise<ReferenceText[]> {
  await needSyntaxes(['plain', ...pairs.map(({ syntax }) => syntax)]);
  const [lookup, judging] = [await termLookup(project), await project.judging()];
  const units = pairs.map(({ source: value, syntax }, index): SourceUnit => {
    const key = String(index + 1);
    const place = { kind: 'p', path: [key], key, line: index + 1 } as const;
    const { sourceLanguage } = project.configuration;
    return { ...place, value, syntax, language: sourceLanguage, hash: valueHash(syntax, value), before: undefined };
  });
  const source = { file: { namespace: basename(file), path: file }, units };
  return pairs.flatMap(({ target, syntax }, index): ReferenceText[] => {
    const unit = units[index];
    const reference = wordsOf(syntax, target);
    if (unit === undefined || reference === '' || wordsOf(syntax, unit.value) === '') return [];
    const state = {
      language,
      expected: { key: unit.key, path: unit.path, source: unit },
      terms: lookup(unit),
      judging,
      line: undefined,
      value: undefined,
      work: 'translate',
      isEdited: false,
      judge: false,
      problems: [],
    } as const;
    return [{ language, reference, syntax, item: { source, language, unit: state } }];
  });
}
