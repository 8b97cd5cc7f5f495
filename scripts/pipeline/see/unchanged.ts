/**
 * Units of a file with which all is as the last run left it, seen without parsing source or article: the source bundle has
 * its texts, the records say in which order. What must be judged anew, because checks or terms are others now, is told
 * from these alone.
 */
import { parseBundle, type Bundle } from '../../locales/bundle.ts';
import { parseHeader, parseRecord, type RecordLine } from '../../locales/record.ts';
import { formatOf } from '../../formats/parse-file.ts';
import { expectedUnits } from '../../units/plurals.ts';
import type { Project, TermLookup } from './project.ts';
import type { SealedFile } from './seals.ts';
import type { SourceUnit } from './source/read-source.ts';
import type { SyntaxName } from '../../units/unit.ts';
import { decode, readBytes, type SourceFile } from './source/sources.ts';
import { judgingOn } from './target/judging-on.ts';
import { withoutFailures } from './target/record-lines.ts';
import type { UnitState } from './target/unit-state.ts';
import { tallyRecord } from './tally.ts';
import { contentHash, needSyntaxes, parseValue } from './values.ts';

export interface UnchangedLanguage {
  readonly language: string;
  /** Each with a target that belongs to its source. */
  readonly units: readonly UnitState[];
}

/** What a field's language is declared with; the source bundle does not know it. */
const OWN_LANGUAGES = 'l10n';

/** What parts of an article are written in, beside its own syntax. */
const PARTS: readonly SyntaxName[] = ['html', 'plain'];

/** What a field of front matter is written in. */
const FIELD: readonly SyntaxName[] = ['plain'];

/** What strings of a bundle are written in. */
const STRINGS: readonly SyntaxName[] = ['i18next', 'icu', 'vue-i18n', 'laravel'];

/**
 * @returns undefined where more must be known than bundles and records say: units that wait, texts of another language than
 *   the file's, a warning of the source's parser, an inline syntax that only the format knows. Such a file is read.
 */
export async function seeUnchanged(
  project: Project,
  file: SourceFile,
  { from, records }: SealedFile,
  lookup: TermLookup,
): Promise<readonly UnchangedLanguage[] | undefined> {
  const { root, configuration, layout, checksPrint } = project;
  const isTold = ([, text]: readonly [string, string]): boolean =>
    tallyRecord(text).isWhole && parseHeader(text)?.warned !== true;
  if (configuration.ownChecks.length > 0 || ![...records].every(isTold)) return undefined;
  const read = (path: string): string => decode(readBytes(root, path) ?? Buffer.alloc(0), path);
  const text = read(file.path);
  const isArticle = file.format.kind === 'article';
  if (isArticle && text.includes(OWN_LANGUAGES)) return undefined;
  const format = formatOf(file.format, text, configuration.reading);
  await needSyntaxes(isArticle ? [format.syntax, ...PARTS] : STRINGS);
  const snapshot = parseBundle(read(file.snapshot(from)), file.snapshot(from));
  const parsed = [...records].map(([language, record]) => ({ language, ...parseRecord(record) }));
  const hashes = new Map(parsed[0]?.lines.map(({ key, source }) => [key, source]));
  const units = sourceUnits({ ...file, format }, from, snapshot, hashes);
  const own = await project.judging();
  const languages: UnchangedLanguage[] = [];
  for (const { language, header, lines } of parsed) {
    const bundle = parseBundle(read(file.bundle(language)), file.bundle(language));
    const expected = new Map(expectedUnits(units, language).map((unit) => [unit.key, unit]));
    const page = (): string | undefined => (isArticle ? read(file.article(language)) : undefined);
    const judging = judgingOn(page, file.path, language, { root, configuration, layout, judging: own });
    const judge = header?.checks !== checksPrint;
    const seen: UnitState[] = [];
    for (const line of lines) {
      const unit = expected.get(line.key);
      const value = bundle.entries.get(line.key)?.value;
      if (unit?.source.hash !== line.source || typeof value !== 'string' || !expected.delete(line.key))
        return undefined;
      const terms = lookup(unit.source);
      seen.push({
        language,
        expected: unit,
        terms,
        judging,
        line: withoutFormer(line),
        value,
        work: 'none',
        isEdited: false,
        judge,
        problems: [],
      });
    }
    if (expected.size > 0) return undefined;
    languages.push({ language, units: seen });
  }
  return languages;
}

/** @param hashes of what the units say, by key, as a record has them: they prove in which syntax a value is written. */
function sourceUnits(
  { format }: SourceFile,
  language: string,
  snapshot: Bundle,
  hashes: ReadonlyMap<string, string>,
): SourceUnit[] {
  const isArticle = format.kind === 'article';
  const kind = isArticle ? 'p' : 'value'; // of blocks no check asks
  const syntaxes = isArticle ? [format.syntax, ...PARTS.filter((one) => one !== format.syntax)] : STRINGS;
  const units: SourceUnit[] = [];
  for (const [key, { path, value }] of snapshot.entries) {
    if (typeof value !== 'string') continue;
    const known = hashes.get(key);
    const isField = isArticle && !key.startsWith('body.');
    for (const syntax of isField ? FIELD : syntaxes) {
      const content = parseValue(syntax, value);
      const hash = contentHash(syntax, content);
      if (known !== undefined && hash !== known && !isField) continue;
      units.push({ key, path, kind, value, syntax, content, hash, language, line: 1, before: value });
      break;
    }
  }
  return units;
}

function withoutFormer(line: RecordLine): RecordLine {
  return line.findings === undefined ? line : { ...line, findings: withoutFailures(line.findings) };
}
