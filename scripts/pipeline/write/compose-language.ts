/** The files of one source file and language, made from what is known of its units: article, bundle, record. */
import { fileHash } from '../../locales/file-hash.ts';
import type { FileChange } from '../../locales/journal.ts';
import { NO_RECORD, type RecordHeader, type RecordLine } from '../../locales/record.ts';
import { isOwnLayout, lineText, printRecord, recordBody } from '../../locales/record-text.ts';
import { fingerprint, shareOf } from '../../locales/seal.ts';
import { bundleOf, bundleOnDisk } from '../plan/compose-bundle.ts';
import { recordLines } from '../plan/recorded-units.ts';
import type { Project } from '../see/project.ts';
import { articleSeal, bodyPrint, outlineSeal, sealOfAll } from '../see/seals.ts';
import type { SourceState } from '../see/source/read-source.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import { withOwnAddresses } from '../see/target/written-addresses.ts';
import { composeArticle } from './compose-article.ts';

export interface ComposedLanguage {
  /** In the order in which they are to be written: the record last. */
  readonly changes: readonly FileChange[];
  /** The language as it is now: what does not fit into the article was refused. */
  readonly state: LanguageState;
  /** Of its record. */
  readonly lines: readonly RecordLine[];
  /** Lines of the source that have changed, and that the article has others for: a person's. */
  readonly stale: readonly number[];
}

/**
 * @param isDone false while an engine still owes something: the record then says so, and the next run parses.
 */
export async function composeLanguage(
  project: Project,
  source: SourceState,
  given: LanguageState,
  isDone: boolean,
): Promise<ComposedLanguage> {
  const { language } = given;
  const { parsed } = source;
  const isShown = parsed.kind === 'article' && hasArticle(given);
  const composed = isShown ? await composeArticle(project, source, parsed, given) : undefined;
  const units = composed?.units ?? given.units;
  const state = units === given.units ? given : { ...given, units };
  const article = composed?.text === undefined ? undefined : await written(project, source, given, composed.text);
  const bundleText = bundleOf(source, state);
  const lines = recordLines(state);
  const hasProblem = state.units.some(({ problems }) => problems.length > 0);
  const header: RecordHeader = {
    from: source.language,
    checks: project.checksPrint,
    warned: source.parsed.warnings.length > 0,
  };
  const texts = lines.map(lineText);
  const all = sealOfAll(project, language, {
    header,
    source: source.hash,
    snapshot: fileHash(source.snapshotText),
    bundle: bundleText === undefined ? '' : fileHash(bundleText),
    article: article === undefined ? '' : fileHash(article),
    body: bodyPrint(recordBody(header, lines, texts)),
    isUnmade: lines.some(({ asked }) => asked !== undefined),
  });
  const seal = shareOf({
    files: isDone && !hasProblem ? all.files : otherThan(all.files, state.record.seal?.files),
    judged: all.judged,
    // While two edits contradict each other the article must be seen as edited again.
    article: hasProblem
      ? fingerprint('article', ['edited', all.files])
      : articleSeal(article === undefined ? '' : fileHash(article)),
    outline: outlineSeal(
      article === undefined ? '' : source.outline,
      lines.map(({ key }) => key),
    ),
  });
  const file = source.file.article(language);
  const moved = source.disk.namespace !== source.file.namespace;
  const seen = (text: string | undefined): Pick<FileChange, 'seen'> => (moved ? {} : { seen: text ?? null });
  const changes: FileChange[] = [
    {
      file: source.file.bundle(language),
      text: bundleText ?? null,
      seen: moved ? null : (bundleOnDisk(state) ?? null),
    },
  ];
  if (article !== undefined)
    changes.push({ file, text: article, seen: state.rendered.file === file ? (state.rendered.written ?? null) : null });
  if (composed !== undefined && (composed.base !== state.document?.base || (moved && composed.base !== undefined)))
    changes.push({ file: source.file.skeleton(language), text: composed.base ?? null });
  changes.push({
    file: source.file.record(language),
    text: recordText(header, lines, texts, seal, withoutHistory(project, state, header, lines, texts)),
    ...seen(state.recordText),
  });
  return { changes, state, lines, stale: composed?.stale ?? [] };
}

/** What was seen first, or has a layout of its own, keeps its bytes where nothing changes. */
async function written(
  project: Project,
  source: SourceState,
  { language, rendered, recordText, document }: LanguageState,
  text: string,
): Promise<string> {
  const isPersons = recordText === undefined || document?.isOwn === true;
  if (isPersons && rendered.written !== undefined && text === rendered.text) return rendered.written;
  return withOwnAddresses(text, source, language, project);
}

/**
 * A page whose links follow headings of others may be written once or twice, by the order in which they are made: as long as
 * nothing but its seal has changed since it was made, the record is as if it were made now.
 */
function withoutHistory(
  { configuration }: Project,
  state: LanguageState,
  header: RecordHeader,
  lines: readonly RecordLine[],
  texts: string[],
): LanguageState {
  const { record } = state;
  if (record.header === undefined || configuration.reading.followsIds !== true) return state;
  const shares = record.lines.filter(({ seal }) => seal !== undefined).length + record.loose.length;
  const isNew = shares === 1 && record.lines[0]?.seal !== undefined;
  return isNew && recordBody(header, lines, texts) === recordBody(record.header, record.lines)
    ? { ...state, record: { ...NO_RECORD, header: record.header } }
    : state;
}

/** While work is left the seal fits nothing; the one that is there does not fit any more, and mostly will do. */
function otherThan(files: string, there: string | undefined): string {
  return there === undefined || there === files ? fingerprint('files', ['work is left', files]) : there;
}

/** A page of nothing but source texts is no translation: it is not made, and one that is there is not taken away. */
function hasArticle({ units, rendered }: LanguageState): boolean {
  return rendered.text !== undefined || units.length === 0 || units.some(({ value }) => value !== undefined);
}

/** A record that says the same, only laid out in another way (by a formatter, by an older version), is not written again. */
function recordText(
  header: RecordHeader,
  lines: readonly RecordLine[],
  texts: string[],
  seal: string,
  state: LanguageState,
): string {
  const { record, recordText: onDisk } = state;
  const isForeign =
    onDisk !== undefined &&
    !record.damaged &&
    record.header?.from === header.from &&
    lines.length === record.lines.length &&
    !isOwnLayout(onDisk, record.header, record.lines) &&
    recordBody(header, record.lines) === recordBody(header, record.header.isOld === true ? lines.map(asBefore) : lines);
  if (isForeign) return onDisk;
  const text = printRecord(header, lines, record, seal, texts);
  return onDisk !== undefined && onDisk.replaceAll('\r\n', '\n') === text ? onDisk : text;
}

/** What older versions did not write down makes no change. */
function asBefore({ uses: _uses, stale: _stale, ...line }: RecordLine): RecordLine {
  return line;
}
