/**
 * A record as text: a JSON array, one line a unit in the source's order. A number made from the key, and an empty line,
 * stand between two units: lines that never change, so that git merges changes of neighbours, and tells one place from
 * another. The first line and the last are constant.
 */
import { NO_RECORD, type LooseShare, type RecordHeader, type RecordLine, type ReviewRecord } from './record.ts';
import { addShares, withoutSeal } from './seal.ts';

const LAST_LINE = '{}';

/**
 * A record's text without its seal: two records with one such text say the same.
 * @param texts of the lines, where they are made already.
 */
export function recordBody(header: RecordHeader, lines: readonly RecordLine[], texts = lines.map(lineText)): string {
  return joined(
    header,
    lines.map((line, index) => entry(line.key, texts[index] ?? '')),
  );
}

/** What one line of a record says, without its share of the seal. */
export function lineText(line: RecordLine): string {
  const { key, source, state, origin, target, terms, uses, stale, findings, previous, suggestion, suggested, asked, waived, note } = line;
  let text = `{"key":${JSON.stringify(key)}`;
  text += member('state', state) + member('origin', origin) + member('source', source) + member('target', target);
  text += member('terms', terms) + member('uses', uses);
  if (stale === true) text += member('stale', stale);
  if (findings !== undefined && findings.length > 0) text += member('findings', findings);
  text += member('previous', previous) + member('suggestion', suggestion) + member('suggested', suggested);
  text += member('asked', asked);
  if (waived !== undefined && waived.length > 0) text += member('waived', waived);
  return `${text}${member('note', note)}}`;
}

/** Member by member: to print an object of which most is absent takes three times as long, and a run prints each line. */
function member(name: keyof RecordLine, value: RecordLine[keyof RecordLine]): string {
  return value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`;
}

/**
 * Prints a record, the shares of its seal where they were, and what is missing to `seal` on the first line that changed.
 * @param before the record that is replaced: shares stay at their places.
 * @param seal what the shares shall add up to; undefined: they stay as they are, and fit no more.
 * @param made texts of the lines, where they are made already.
 */
export function printRecord(
  header: RecordHeader,
  lines: readonly RecordLine[],
  before: Pick<ReviewRecord, 'lines' | 'loose' | 'header'>,
  seal: string | undefined,
  made = lines.map(lineText),
): string {
  // Where the first line changes, all is laid out anew: other checks have judged everything.
  const isAnew = seal !== undefined && before.header?.checks !== header.checks;
  if (isAnew && before.lines.length > 0) return printRecord(header, lines, NO_RECORD, seal, made);
  const old = new Map(before.lines.map((line) => [line.key, line]));
  const shares = new Map<string, string>();
  const texts = lines.map((line, index) => ({ key: line.key, text: made[index] ?? '' }));
  const changed = texts.filter(({ key, text }) => {
    const was = old.get(key);
    if (was?.seal !== undefined) shares.set(key, was.seal);
    return was === undefined || lineText(was) !== text;
  });
  const loose = keptLoose(before, texts);
  if (loose.length > lines.length / 4 + 4) loose.length = 0;
  if (seal !== undefined) {
    let sum: string | undefined = seal;
    for (const share of shares.values()) sum = addShares(sum, share);
    for (const share of loose) sum = addShares(sum, share.seal);
    const [first] = changed;
    if (first !== undefined) {
      const share = addShares(shares.get(first.key), sum);
      if (share === undefined) shares.delete(first.key);
      else shares.set(first.key, share);
    } else if (sum !== undefined) placeLoose(sum, loose, before, texts);
  }
  const entries = loose.filter(({ after }) => after === undefined).map(looseEntry);
  for (const { key, text } of texts) {
    const share = shares.get(key);
    entries.push(entry(key, share === undefined ? text : `${text.slice(0, -1)},"seal":"${share}"}`));
    for (const one of loose) if (one.after === key) entries.push(looseEntry(one));
  }
  return joined(header, entries);
}

/** Whether a text is laid out as it is printed here. */
export function isOwnLayout(text: string, header: RecordHeader, lines: readonly RecordLine[]): boolean {
  return withoutSeal(text.replaceAll('\r\n', '\n')) === recordBody(header, lines);
}

/** The shares on lines of their own; where the unit that one stood behind is gone, behind the last that is still there. */
function keptLoose(
  { lines, loose }: Pick<ReviewRecord, 'lines' | 'loose'>,
  texts: readonly { readonly key: string }[],
): LooseShare[] {
  if (loose.length === 0) return [];
  const keys = new Set(texts.map(({ key }) => key));
  const places = new Map<string | undefined, string | undefined>();
  let last: string | undefined;
  for (const { key } of lines) {
    if (keys.has(key)) last = key;
    places.set(key, last);
  }
  return loose.map(({ after, seal }) => ({ after: places.get(after), seal }));
}

/** Where a unit is gone its place is nobody else's; else any place will do that another branch would hardly choose. */
function placeLoose(
  seal: string,
  loose: LooseShare[],
  before: Pick<ReviewRecord, 'lines'>,
  texts: readonly { readonly key: string }[],
): void {
  const keys = new Set(texts.map(({ key }) => key));
  const gone = before.lines.findIndex(({ key }) => !keys.has(key));
  const last = before.lines.slice(0, Math.max(gone, 0)).findLast(({ key }) => keys.has(key));
  const after = gone < 0 ? texts[separator(seal) % Math.max(texts.length, 1)]?.key : last?.key;
  loose.push({ after, seal });
}

function entry(key: string, text: string): string {
  return `${separator(key)},\n${text},\n\n`;
}

function looseEntry({ seal }: LooseShare): string {
  return entry(seal, JSON.stringify({ seal }));
}

function joined({ from, checks, warned }: RecordHeader, entries: readonly string[]): string {
  const header = { glossa: 1, from, checks, warned: warned === true ? warned : undefined };
  return `[${JSON.stringify(header)},\n\n${entries.join('')}${LAST_LINE}]\n`;
}

/** A number of at most five digits that stands for a text (FNV-1a). */
function separator(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0) % 100_000;
}
