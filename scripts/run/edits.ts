/** People's edits: told from what the last run left by hash, in bundle and rendered article (rule 1). */
import type { Finding } from '../checks/check.ts';
import type { RecordLine } from '../locales/record.ts';
import type { UnitTerms } from '../terminology/unit-terms.ts';
import type { SourceUnit } from './read-source.ts';

/** What the files of a language hold for a unit. */
export interface UnitOnDisk {
  readonly line: RecordLine | undefined;
  readonly stored: string | undefined;
  /** The bundle is byte for byte what the record belongs to. */
  readonly trusted: boolean;
  /** The value in the edited rendered article. */
  readonly article: string | undefined;
  readonly files: readonly [bundle: string, article: string];
  readonly language: string;
  readonly terms: UnitTerms;
  readonly redo: boolean | string;
}

/**
 * Takes over what a person wrote in the bundle or in the rendered article.
 * @param hash of what a value says, in the unit's syntax.
 */
export function withEdits(
  source: SourceUnit,
  { line, stored, trusted, article, files }: UnitOnDisk,
  hash: (value: string) => string,
): { value: string | undefined; line: RecordLine | undefined; problems: Finding[]; edited: boolean } {
  const storedHash =
    stored === undefined ? undefined : trusted && line?.target !== undefined ? line.target : hash(stored);
  const inBundle = stored !== undefined && storedHash !== line?.target;
  const articleHash = article === undefined ? undefined : hash(article);
  const inArticle =
    articleHash !== undefined &&
    articleHash !== line?.target &&
    articleHash !== storedHash &&
    !showsSource(line, source.hash, articleHash);
  if (inBundle && inArticle) {
    const problem: Finding = {
      check: 'edit-conflict',
      severity: 'error',
      message: `edited differently in ${files[0]} and ${files[1]}: make the two equal; neither was touched`,
    };
    return { value: stored, line, problems: [problem], edited: false };
  }
  if (!inBundle && !inArticle) return { value: stored, line, problems: [], edited: false };
  const value = inArticle ? article : stored;
  // A person edits against the source seen last; that settles an older change of the source. Where the source bundle is
  // lost and the text with it, the record still has its hash.
  const lost = source.before === '' ? line?.source : undefined;
  const seen = lost ?? hash(source.before ?? source.value);
  return {
    value,
    line: {
      key: line?.key ?? source.key,
      source: seen,
      state: 'reviewed',
      origin: 'person',
      target: inArticle ? articleHash : storedHash,
    },
    problems: [],
    edited: true,
  };
}

/**
 * Where a unit has no target, or its target did not fit the structure, the article shows the source text.
 * @param sourceHash of the source as it is now; of one that is gone, as it was.
 */
export function showsSource(
  line: RecordLine | undefined,
  sourceHash: string | undefined,
  articleHash: string,
): boolean {
  const refused = line?.findings?.some(({ check }) => check === 'structure') ?? false;
  const isEmpty = line?.target === undefined;
  return (isEmpty || refused) && (articleHash === line?.source || articleHash === sourceHash);
}
