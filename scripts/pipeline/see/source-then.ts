/** The source that a translation without a record belongs to: as it was when the translation was changed last. */
import { align } from '../../units/alignment/align.ts';
import { parseFile } from '../../formats/parse-file.ts';
import type { Configuration } from '../../project/configuration.ts';
import { GlossaError } from '../../project/errors.ts';
import type { ParsedUnit } from '../../units/unit.ts';
import type { GitHistory } from './git-history.ts';
import type { SourceState } from './source/read-source.ts';
import { needSyntaxes } from './values.ts';

/** A unit of the source as it was, with the key that it has now; undefined: it is gone. */
export type UnitThen = ParsedUnit & { readonly key: string | undefined };

/**
 * @param translation the bundle or article, relative to the root.
 * @returns undefined where git does not tell, or where nothing has changed since.
 */
export async function sourceThen(
  source: SourceState,
  translation: string,
  history: GitHistory,
  { reading }: Configuration,
): Promise<readonly UnitThen[] | undefined> {
  const text = history.textWhen(translation, source.file.path);
  if (text === undefined) return undefined;
  let units: readonly ParsedUnit[];
  try {
    ({
      parsed: { units },
    } = await parseFile(source.file.format, text, reading));
  } catch (error) {
    // It could not be read then: the translation may belong to anything.
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
  await needSyntaxes(units.map(({ syntax }) => syntax));
  const isSame =
    units.length === source.units.length && units.every((unit, at) => unit.value === source.units[at]?.value);
  if (isSame && source.parsed.kind === 'bundle') return undefined;
  return source.parsed.kind === 'bundle' ? byPath(units, source) : byText(units, source);
}

function byPath(units: readonly ParsedUnit[], source: SourceState): UnitThen[] {
  const known = new Set(source.units.map(({ key }) => key));
  return units.map((unit) => {
    const key = unit.path?.join('.') ?? '';
    return { ...unit, key: known.has(key) ? key : undefined };
  });
}

/** Fields by their names, blocks by their texts. */
function byText(units: readonly ParsedUnit[], source: SourceState): UnitThen[] {
  const fields = new Map(
    source.units.flatMap(({ kind, path, key }) => (kind === 'field' ? [[path.join('.'), key]] : [])),
  );
  const isBlock = ({ kind }: ParsedUnit): boolean => kind !== 'field';
  const olds = units.filter(isBlock);
  const news = source.units.filter(isBlock);
  const keys = new Map<ParsedUnit, string>();
  for (const [index, old] of align(olds, news).entries()) {
    const [before, now] = [old === undefined ? undefined : olds[old], news[index]];
    if (before !== undefined && now !== undefined) keys.set(before, now.key);
  }
  return units.map((unit) => ({
    ...unit,
    key: isBlock(unit) ? keys.get(unit) : fields.get(unit.path?.join('.') ?? ''),
  }));
}
