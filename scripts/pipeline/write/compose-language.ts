/** The files of one source file and language, made from what is known of its units: article, bundle, record. */
import { fileHash } from '../../locales/file-hash.ts';
import type { FileChange } from '../../locales/journal.ts';
import type { RecordHeader, RecordLine } from '../../locales/record.ts';
import { isOwnLayout, printRecord, recordBody } from '../../locales/record-text.ts';
import { fingerprint, shareOf } from '../../locales/seal.ts';
import { bundleOf } from '../plan/compose-bundle.ts';
import { recordLines } from '../plan/recorded-units.ts';
import type { Project } from '../see/project.ts';
import type { SourceState } from '../see/source/read-source.ts';
import { articleSeal, outlineSeal, sealOfAll } from '../see/seals.ts';
import type { LanguageState } from '../see/target/see-language.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import { composeArticle } from './compose-article.ts';

export interface ComposedLanguage {
  /** In the order in which they are to be written: the record last. */
  readonly changes: readonly FileChange[];
  /** The units as they are now: what does not fit into the article was refused. */
  readonly units: readonly UnitState[];
}

/**
 * @param isDone false while an engine still owes something: the record then says so, and the next run parses.
 */
export async function composeLanguage(
  project: Project,
  source: SourceState,
  seen: LanguageState,
  isDone: boolean,
): Promise<ComposedLanguage> {
  const { language } = seen;
  const { parsed } = source;
  const composed = parsed.kind === 'article' ? await composeArticle(project, source, parsed, seen) : undefined;
  const article = composed?.text;
  const units = composed?.units ?? seen.units;
  const state = units === seen.units ? seen : { ...seen, units };
  const bundleText = bundleOf(source, state);
  const lines = recordLines(state);
  const hasProblem = state.units.some(({ problems }) => problems.length > 0);
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
  const made = (text: string | undefined): Pick<FileChange, 'seen'> =>
    text === undefined || moved ? {} : { seen: text };
  const onDisk = state.bundle.text === '' ? undefined : state.bundle.text;
  const articleOnDisk = state.rendered.file === file ? state.rendered.text : undefined;
  const changes: FileChange[] = [{ file: source.file.bundle(language), text: bundleText ?? null, ...made(onDisk) }];
  if (article !== undefined) changes.push({ file, text: article, ...made(articleOnDisk) });
  changes.push({ file: source.file.record(language), text: recordText(header, lines, seal, state) });
  return { changes, units };
}

/** While work is left the seal fits nothing; the one that is there does not fit any more, and mostly will do. */
function otherThan(all: string, there: string | undefined): string {
  return there === undefined || there === all ? fingerprint(['work is left', all]) : there;
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
