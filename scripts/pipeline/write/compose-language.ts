/** The files of one source file and language, made from what is known of its units: article, bundle, record. */
import type { RequiredTerm } from '../../checks/check.ts';
import { deleted, editConflict } from '../../checks/pipeline-rules.ts';
import { fileHash } from '../../locales/file-hash.ts';
import type { FileChange } from '../../locales/journal.ts';
import type { RecordHeader, RecordLine } from '../../locales/record.ts';
import { isOwnLayout, printRecord, recordBody } from '../../locales/record-text.ts';
import { fingerprint, shareOf } from '../../locales/seal.ts';
import { countTerms } from '../../checks/terms/found-terms.ts';
import type { Counts } from '../../project/report.ts';
import type { Inline } from '../../units/unit.ts';
import type { Project } from '../see/project.ts';
import { composeArticle } from './compose-article.ts';
import { bundleOf } from './compose-bundle.ts';
import type { SourceState } from '../see/read-source.ts';
import { isApproval, isProtected } from '../see/record-lines.ts';
import type { LanguageState, UnitState } from '../see/see-language.ts';
import { articleSeal, outlineSeal, sealOfAll } from '../see/seals.ts';
import { parseValue } from '../see/values.ts';

export interface ComposedLanguage {
  /** In the order in which they are to be written: the record last. */
  readonly changes: readonly FileChange[];
  readonly counts: Counts;
  /** Lines of the source that have changed, and that the article has others for: a person's. */
  readonly stale: readonly number[];
}

/**
 * @param isDone false while an engine still owes something: the record then says so, and the next run parses.
 */
export async function composeLanguage(
  project: Project,
  source: SourceState,
  state: LanguageState,
  isDone: boolean,
): Promise<ComposedLanguage> {
  const { language } = state;
  const { parsed } = source;
  const isShown = parsed.kind === 'article' && hasArticle(state);
  const composed = isShown ? await composeArticle(project, source, parsed, state) : undefined;
  const article = composed?.text;
  const bundleText = bundleOf(source, state);
  const lines = recordLines(state);
  const hasProblem = state.units.some(({ problems }) => problems.length > 0);
  const counts = countUnits(state);
  const header: RecordHeader = {
    from: source.language,
    checks: project.checksPrint,
    warned: source.parsed.warnings.length > 0,
  };
  const body = recordBody(header, lines);
  const all = sealOfAll(project, language, {
    source: source.hash,
    snapshot: fileHash(source.snapshotText),
    bundle: bundleText === undefined ? '' : fileHash(bundleText),
    article: article === undefined ? '' : fileHash(article),
    body,
  });
  const seal = shareOf({
    all: isDone && !hasProblem ? all : otherThan(all, state.record.seal?.all),
    // While two edits contradict each other the article must be seen as edited again.
    article: hasProblem ? fingerprint(['edited', all]) : articleSeal(article === undefined ? '' : fileHash(article)),
    outline: outlineSeal(
      article === undefined ? '' : source.outline,
      lines.map(({ key }) => key),
    ),
  });
  const file = source.file.article(language);
  const moved = source.disk.namespace !== source.file.namespace;
  const seen = (text: string | undefined): Pick<FileChange, 'seen'> => (moved ? {} : { seen: text ?? null });
  const changes: FileChange[] = [
    { file: source.file.bundle(language), text: bundleText ?? null, ...seen(bundleOnDisk(state)) },
  ];
  if (article !== undefined)
    changes.push({ file, text: article, ...seen(state.rendered.file === file ? state.rendered.text : undefined) });
  if (composed !== undefined && (composed.base !== state.document?.base || (moved && composed.base !== undefined)))
    changes.push({ file: source.file.skeleton(language), text: composed.base ?? null });
  changes.push({
    file: source.file.record(language),
    text: recordText(header, lines, seal, state),
    ...seen(state.recordText),
  });
  return { changes, counts, stale: composed?.stale ?? [] };
}

/** The bundle as it was read; undefined where there was none. */
export function bundleOnDisk({ bundle }: LanguageState): string | undefined {
  return bundle.text === '' ? undefined : bundle.text;
}

/** While work is left the seal fits nothing; the one that is there does not fit any more, and mostly will do. */
function otherThan(all: string, there: string | undefined): string {
  return there === undefined || there === all ? fingerprint(['work is left', all]) : there;
}

/** A page of nothing but source texts is no translation: it is not made, and one that is there is not taken away. */
function hasArticle({ units, rendered }: LanguageState): boolean {
  return rendered.text !== undefined || units.length === 0 || units.some(({ value }) => value !== undefined);
}

/** A record that says the same, only laid out in another way (by a formatter, by an older version), is not written again. */
function recordText(header: RecordHeader, lines: readonly RecordLine[], seal: string, state: LanguageState): string {
  const { record, recordText: onDisk } = state;
  const isForeign =
    onDisk !== undefined &&
    !record.damaged &&
    record.header?.from === header.from &&
    lines.length === record.lines.length &&
    !isOwnLayout(onDisk, header, lines) &&
    recordBody(header, record.lines) === recordBody(header, record.header.isOld === true ? lines.map(asBefore) : lines);
  if (isForeign) return onDisk;
  const text = printRecord(header, lines, record, seal);
  return onDisk !== undefined && onDisk.replaceAll('\r\n', '\n') === text ? onDisk : text;
}

/** What older versions did not write down makes no change. */
function asBefore({ uses: _uses, stale: _stale, ...line }: RecordLine): RecordLine {
  return line;
}

/** The lines of the record: the units in the source's order, then the forms that people added. */
export function recordLines(state: LanguageState): RecordLine[] {
  return [...state.units.map((unit) => recordLine(unit, state.language)), ...state.extra.map(({ line }) => line)];
}

function recordLine({ expected, line, value, problems, terms }: UnitState, language: string): RecordLine {
  const { key, source } = expected;
  if (line === undefined) return { key, source: source.hash, state: 'initial', findings: problems };
  const isEmpty = value === undefined && problems.length === 0;
  const isOver = isEmpty && line.source !== source.hash;
  const kept = (line.findings ?? []).filter((one) => !isProblem(one.rule) && !(isOver && isApproval(one)));
  const findings = [...kept, ...problems];
  if (isEmpty) return { key, source: source.hash, state: 'initial', findings, asked: line.asked, note: line.note };
  const stale = line.target !== undefined && line.source !== source.hash;
  return {
    ...line,
    key,
    findings,
    stale,
    uses: value === undefined ? undefined : usesOf(terms.required(language), parseValue(source.syntax, value)),
    seal: undefined,
  };
}

function usesOf(terms: readonly RequiredTerm[], targetContent: readonly Inline[]): RecordLine['uses'] {
  if (terms.length === 0) return undefined;
  const { required, found } = countTerms({ terms, targetContent });
  return required === 0 ? undefined : [required, found];
}

function isProblem(rule: string): boolean {
  return rule === editConflict.name || rule === deleted.name;
}

/** How far a language is with one file. */
export function countUnits(state: LanguageState): Counts {
  const lines = recordLines(state);
  const hashes = new Map(state.units.map(({ expected }) => [expected.key, expected.source.hash]));
  const findings = lines.flatMap((line) => line.findings ?? []).filter((finding) => !isApproval(finding));
  return {
    units: state.units.length,
    human: state.units.filter(({ line, value }) => line !== undefined && value !== undefined && isProtected(line))
      .length,
    stale: lines.filter(({ key, target, source: own }) => target !== undefined && own !== '' && own !== hashes.get(key))
      .length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
