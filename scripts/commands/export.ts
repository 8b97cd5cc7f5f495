/** `export`: translations as TMX, the termbase as TBX. */
import { writeTmx } from '../exchange/tmx/write-tmx.ts';
import type { TmxUnit, TmxVariant } from '../exchange/tmx/tmx-file.ts';
import { printMartif, printTbx } from '../exchange/tbx.ts';
import { GlossaError } from '../project/errors.ts';
import { printFingerprint } from '../exchange/fingerprint.ts';
import type { State, SyntaxName } from '../units/unit.ts';
import { termLookup, type Project } from '../pipeline/see/project.ts';
import { readFile } from '../pipeline/see/read-project.ts';
import { isProtected } from '../pipeline/see/target/record-lines.ts';
import type { UnitState } from '../pipeline/see/target/unit-state.ts';
import { findSources } from '../pipeline/see/source/find-sources.ts';
import type { SourceUnit } from '../pipeline/see/source/read-source.ts';
import { parseValue, printFaithfully, valueHash } from '../pipeline/see/values.ts';

export interface Exported {
  readonly text: string;
  readonly count: number;
}

/**
 * Every unit whose translation belongs to its source as it is now, in all languages that have one; properties tell
 * namespace, key, inline syntax, state and origin.
 * @param reviewed only targets that a person wrote or approved.
 * @throws GlossaError when a source file or bundle cannot be read: half a memory would look like all of it.
 */
export async function exportMemory(
  project: Project,
  languages: readonly string[],
  reviewed: boolean,
): Promise<Exported> {
  const sources = await findSources(project);
  const lookup = await termLookup(project);
  const options = {
    redo: false,
    lookup: async () => lookup,
    formerNamespace: () => undefined,
    kept: () => [],
  };
  const units: TmxUnit[] = [];
  for (const file of sources.files) {
    const reading = await readFile(project, file, options);
    const [error] = reading.errors;
    if (error !== undefined || reading.kind === 'failed') throw error ?? new Error(`${file.path} cannot be read`);
    const { source, languages: states } = reading.state;
    const byKey = new Map<string, { unit: UnitState; language: string }[]>();
    for (const state of states.filter(({ language }) => languages.includes(language))) {
      for (const unit of state.units) {
        if (!isCurrent(unit) || (reviewed && unit.line !== undefined && !isProtected(unit.line))) continue;
        byKey.set(unit.expected.key, [...(byKey.get(unit.expected.key) ?? []), { unit, language: state.language }]);
      }
    }
    for (const [key, found] of byKey) units.push(...tmxUnit(source.file.namespace, key, found));
  }
  const text = writeTmx({ sourceLanguage: project.configuration.sourceLanguage, segments: 'paragraph', units });
  return { text, count: units.length };
}

function isCurrent({ value, line, expected, problems }: UnitState): boolean {
  return value !== undefined && problems.length === 0 && line?.source === expected.source.hash && value.trim() !== '';
}

function tmxUnit(namespace: string, key: string, found: readonly { unit: UnitState; language: string }[]): TmxUnit[] {
  const source = found[0]?.unit.expected.source;
  if (source === undefined) return [];
  const { syntax, language: from } = source;
  const variants = found.map(({ unit: { line, value = '' }, language }) =>
    tmxVariant(language, syntax, value, [
      { type: 'x-state', value: line?.state ?? 'translated' },
      { type: 'x-origin', value: line?.origin ?? '' },
      { type: 'x-print', value: printOf(source, value, line?.state) },
    ]),
  );
  return [
    {
      id: `${namespace}:${key}`,
      sourceLanguage: from,
      properties: [
        { type: 'x-namespace', value: namespace },
        { type: 'x-key', value: key },
        { type: 'x-syntax', value: syntax },
      ],
      notes: [],
      variants: [tmxVariant(from, syntax, source.value, []), ...variants],
    },
  ];
}

/** What an import compares the text with, to tell edits from what was there. */
function printOf({ hash, syntax }: SourceUnit, value: string, state: State = 'translated'): string {
  return printFingerprint({ source: hash, target: valueHash(syntax, value), state, isStale: false });
}

/** A value that its own syntax would print in another way comes with the way it is written. */
function tmxVariant(
  language: string,
  syntax: SyntaxName,
  value: string,
  about: readonly { readonly type: string; readonly value: string }[],
): TmxVariant {
  const content = parseValue(syntax, value);
  const isUsual = printFaithfully(syntax, content) === value;
  return {
    language,
    properties: isUsual ? about : [...about, { type: 'x-text', value }],
    notes: [],
    content,
  };
}

/**
 * @param dialect `2` for TBX 2; else TBX 3.
 * @throws GlossaError when a row of the termbase is bad.
 */
export async function exportTermbase(project: Project, dialect: string | undefined): Promise<Exported> {
  const { termbase, errors } = await project.termbase();
  const [error] = errors;
  if (error instanceof GlossaError) throw error;
  const count = termbase.concepts.reduce((sum, { terms }) => sum + terms.length, 0);
  const print = dialect === '2' ? printMartif : printTbx;
  return { text: print(termbase, project.configuration.sourceLanguage), count };
}
