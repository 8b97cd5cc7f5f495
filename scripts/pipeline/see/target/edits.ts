/** People's edits: told from what the last run left by hash, in bundle and rendered article (rule 1). */
import { findingOf, isWithheldBy } from '../../../checks/finding.ts';
import { deleted, editConflict, structure } from '../../../checks/pipeline-rules.ts';
import type { Finding, JudgeOptions } from '../../../checks/check.ts';
import type { RecordLine } from '../../../locales/record.ts';
import { SourceError } from '../../../project/errors.ts';
import { isSameHash } from '../../../project/hash.ts';
import type { UnitTerms } from '../../../terminology/unit-terms.ts';
import { hasConflict } from '../source/conflict-markers.ts';
import type { SourceUnit } from '../source/read-source.ts';

/** What the files of a language hold for a unit. */
export interface UnitOnDisk {
  readonly line: RecordLine | undefined;
  readonly stored: string | undefined;
  /** The value in the edited rendered article. */
  readonly article: string | undefined;
  /** No run has seen the files: all in them is a person's. */
  readonly isFirst: boolean;
  /** The source text that was there when the translation was changed last, where it is another one now. */
  readonly formerText: string | undefined;
  readonly files: readonly [bundle: string, article: string];
  readonly language: string;
  readonly terms: UnitTerms;
  readonly judging: JudgeOptions;
  readonly redo: boolean | string;
  /** False where other checks than today's judged the record's targets. */
  readonly isJudged: boolean;
  /** Fingerprint of the language's engines. */
  readonly engines: string;
}

/**
 * Takes over what a person wrote in the bundle or in the rendered article.
 * @param hash of what a value says, in the unit's syntax.
 * @throws SourceError where an edit holds the markers of a merge.
 */
export function withEdits(
  source: SourceUnit,
  { line, stored, article, files, isFirst, formerText }: UnitOnDisk,
  hash: (value: string) => string,
): { value: string | undefined; line: RecordLine | undefined; problems: Finding[]; edited: boolean } {
  const storedHash = stored === undefined ? undefined : hash(stored);
  const inBundle = stored !== undefined && storedHash !== line?.target;
  const articleHash = article === undefined ? undefined : hash(article);
  const inArticle =
    articleHash !== undefined &&
    !isSameHash(line?.target, articleHash) &&
    articleHash !== storedHash &&
    (isFirst || !showsSource(line, stored, articleHash, [source.hash, hash(source.before ?? source.value)]));
  // Who writes over the source text in an article has not seen the text that is not shown there.
  const isUnseen = stored !== undefined && (line?.findings?.some(isInItsPlace) ?? false);
  if (inArticle && (inBundle || isUnseen)) {
    const problem = findingOf(editConflict, { bundle: files[0], article: files[1] });
    return { value: stored, line, problems: [problem], edited: false };
  }
  if (!inBundle && !inArticle) return { value: stored, line, problems: [], edited: false };
  const value = inArticle ? article : stored;
  refuseConflict(value, inArticle ? files[1] : files[0], source.key);
  // A person edits against the source seen last; that settles an older change of the source. Where the source bundle is
  // lost and the text with it, the record still has its hash.
  const lost = source.before === '' ? line?.source : undefined;
  const text = formerText ?? source.before ?? source.value;
  // Mostly the source is as it was; hashing it again for each language is what taking over many texts would cost.
  const seen = lost ?? (text === source.value ? source.hash : hash(text));
  const previous = formerText === undefined || seen === source.hash ? {} : { previous: formerText };
  return {
    value,
    line: {
      key: line?.key ?? source.key,
      source: seen,
      state: isDraft(line) ? 'translated' : 'reviewed',
      origin: 'person',
      target: inArticle ? articleHash : storedHash,
      ...previous,
    },
    problems: [],
    edited: true,
  };
}

/** Two texts and the signs of a merge between them are nobody's translation. */
function refuseConflict(value: string | undefined, file: string, key: string): void {
  if (value === undefined || !hasConflict(value)) return;
  throw new SourceError('holds merge conflict markers.', {
    place: { file, key },
    remedy: 'Settle the merge there; the file was left as it is.',
  });
}

/**
 * Whether a text that a person has edited was nobody's word yet: who mends one sentence of a draft has not approved the
 * others. It is theirs and stays, and approving is a word of its own.
 */
function isDraft(line: RecordLine | undefined): boolean {
  return line?.target !== undefined && line.state === 'translated';
}

/** Whether the article shows the source text because of it. */
function isInItsPlace(finding: Finding): boolean {
  return finding.rule === structure.name || finding.rule === deleted.name || isWithheldBy(finding);
}

/**
 * The article shows the source text where a unit has no target, where its target did not fit or was withheld, and where a
 * person's text was gone from the bundle when the article was written: until it is back, or given up, that is no edit.
 * @param stored the value in the bundle.
 * @param sources hashes of the source as it is now and as it was seen last.
 */
export function showsSource(
  line: RecordLine | undefined,
  stored: string | undefined,
  articleHash: string,
  sources: readonly string[] = [],
): boolean {
  const isExcused = line?.findings?.some(isInItsPlace) ?? false;
  const isEmpty = stored === undefined || line?.target === undefined;
  return (isEmpty || isExcused) && (articleHash === line?.source || sources.includes(articleHash));
}
