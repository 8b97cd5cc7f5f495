/** The units of a TMX as texts for the memory: in their own inline syntax, with state and origin. */
import type { TmxFile, TmxUnit, TmxVariant } from '../exchange/tmx/tmx-file.ts';
import { readFingerprint } from '../exchange/fingerprint.ts';
import type { ReturnedText } from '../exchange/exchanged.ts';
import { sameLanguage } from '../project/languages.ts';
import { canonical } from '../units/canonical.ts';
import { STATES, type State, type SyntaxName } from '../units/unit.ts';
import type { KeptText } from '../pipeline/see/kept-memory.ts';
import type { Project } from '../pipeline/see/project.ts';
import { findSources } from '../pipeline/see/source/find-sources.ts';
import { syntaxOf } from '../pipeline/see/source/sources.ts';
import { parseValue, printFaithfully, valueHash } from '../pipeline/see/values.ts';

const SYNTAXES: readonly SyntaxName[] = ['markdown', 'mdx', 'html', 'plain', 'i18next', 'icu', 'vue-i18n', 'laravel'];

/**
 * The inline syntax of each unit: the one that it tells, else that of the source file whose namespace it tells. Text from
 * elsewhere is plain: nobody knows what its markup means here.
 */
export async function tmxSyntaxes(
  project: Project,
  units: readonly TmxUnit[],
): Promise<ReadonlyMap<TmxUnit, SyntaxName>> {
  const found = new Map<TmxUnit, SyntaxName>();
  const untold = units.filter((unit) => {
    const told = SYNTAXES.find((syntax) => syntax === property(unit, 'x-syntax'));
    found.set(unit, told ?? 'plain');
    return told === undefined && property(unit, 'x-namespace') !== undefined;
  });
  if (untold.length === 0) return found;
  const { files } = await findSources(project);
  for (const unit of untold) {
    const file = files.find(({ namespace }) => namespace === property(unit, 'x-namespace'));
    if (file !== undefined) found.set(unit, syntaxOf(file, keyOf(unit) ?? ''));
  }
  return found;
}

/**
 * The texts of our own TMX that tell what they said when they went out: they are merged as any translator's file is.
 * @param to the language that is asked for.
 * @param tell takes each text with the place of its unit in the file.
 */
export function ownTexts(
  file: TmxFile,
  to: string,
  syntaxes: ReadonlyMap<TmxUnit, SyntaxName>,
  tell: (text: ReturnedText, index: number) => void,
): void {
  for (const [index, unit] of file.units.entries()) {
    const namespace = property(unit, 'x-namespace');
    const key = property(unit, 'x-key');
    const source = variantIn(unit.variants, unit.sourceLanguage ?? file.sourceLanguage);
    const others = unit.variants.filter((variant) => variant !== source);
    const target = variantIn(others, to);
    const print = target === undefined ? undefined : property(target, 'x-print');
    if (
      namespace === undefined ||
      key === undefined ||
      source === undefined ||
      target === undefined ||
      print === undefined
    )
      continue;
    const syntax = syntaxes.get(unit) ?? 'plain';
    const text = {
      file: namespace,
      key,
      part: 0,
      line: undefined,
      source: textOf(source, syntax),
      target: textOf(target, syntax),
      isPartial: false,
      state: STATES.find((state) => state === property(target, 'x-state')),
      isDoubtful: false,
      print,
      fault: undefined,
    };
    tell(text, index);
  }
}

/**
 * @param isMerged whether a unit of the file, by its place, has been merged already in this language.
 * @param name stands for the namespace of units that tell none.
 * @param from the project's source language.
 * @param to the language of the memory.
 */
export function keptTexts(
  file: TmxFile,
  name: string,
  from: string,
  to: string,
  syntaxes: ReadonlyMap<TmxUnit, SyntaxName>,
  isMerged: (index: number) => boolean = () => false,
): KeptText[] {
  return file.units.flatMap((unit, index): KeptText[] => {
    if (isMerged(index)) return [];
    const namespace = property(unit, 'x-namespace');
    // Our own exports know what a unit was translated from; elsewhere any language may be the source.
    const declared = unit.sourceLanguage ?? file.sourceLanguage;
    const source = variantIn(unit.variants, namespace === undefined || declared === '*all*' ? from : declared);
    const target = variantIn(
      unit.variants.filter((variant) => variant !== source),
      to,
    );
    if (source === undefined || target === undefined) return [];
    const state = stateOf(property(target, 'x-state'));
    const syntax = syntaxes.get(unit) ?? 'plain';
    const print = readFingerprint(property(target, 'x-print'));
    const isEdited = print !== undefined && valueHash(syntax, textOf(target, syntax)) !== print.target;
    const origin = isEdited ? 'person' : property(target, 'x-origin') || 'person';
    const isDraft = origin !== 'person' && state !== 'reviewed' && state !== 'final';
    // A draft from elsewhere is nobody's word; one in the target's own language is copied again.
    if (isDraft && (namespace === undefined || origin === 'source')) return [];
    return [
      {
        namespace: namespace ?? `${name}.tmx`,
        key: keyOf(unit) ?? String(index + 1),
        source: textOf(source, syntax),
        target: textOf(target, syntax),
        state,
        origin,
      },
    ];
  });
}

function variantIn(variants: readonly TmxVariant[], language: string): TmxVariant | undefined {
  return (
    variants.find((variant) => variant.language === language) ??
    variants.find((variant) => sameLanguage(variant.language, language))
  );
}

/** As it was written, where the segment still says that; people may have changed it in another program. */
function textOf(variant: TmxVariant, syntax: SyntaxName): string {
  const written = property(variant, 'x-text');
  const isSame = written !== undefined && canonical(parseValue(syntax, written)) === canonical(variant.content);
  return isSame ? written : printFaithfully(syntax, variant.content);
}

function keyOf(unit: TmxUnit): string | undefined {
  return property(unit, 'x-key') ?? unit.id;
}

/** A memory from elsewhere is people's work unless it says that it is not. */
function stateOf(text: string | undefined): State {
  return STATES.find((state) => state === text) ?? 'reviewed';
}

function property({ properties }: Pick<TmxVariant, 'properties'>, type: string): string | undefined {
  return properties.find((one) => one.type === type)?.value;
}
