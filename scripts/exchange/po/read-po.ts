import { po, type GetTextTranslation, type GetTextTranslations } from 'gettext-parser';
import { SourceError } from '../../project/errors.ts';
import type { ReturnedText } from '../exchanged.ts';
import { IdSet } from '../id-set.ts';
import { readFingerprint } from '../fingerprint.ts';
import { pluralForms } from './plural-forms.ts';
import { BETWEEN, PRINT } from './write-po.ts';

/** A message of more characters is nobody's, and neither is a file without empty lines. */
const LONGEST = 2_000_000;

type Bytes = AsyncIterable<Uint8Array>;

/** The language that the header names. @throws SourceError when the file cannot be read. */
export async function poLanguage(bytes: Bytes, name: string): Promise<string | undefined> {
  for await (const block of blocksOf(bytes, name)) return languageOf(headed(parsed(block, name), name));
  throw new SourceError('is empty.', { place: { file: name } });
}

/** @throws SourceError: no PO, a message that stands twice. */
export async function readPo(bytes: Bytes, name: string, take: (text: ReturnedText) => void): Promise<void> {
  let forms: readonly string[] | undefined;
  const ids = new IdSet();
  for await (const block of blocksOf(bytes, name)) {
    if (forms === undefined) {
      forms = pluralForms(languageOf(headed(parsed(block, name), name)) ?? 'en')?.categories ?? [];
      continue;
    }
    const { translations } = parsed(block, name);
    for (const message of Object.values(translations).flatMap((messages) => Object.values(messages))) {
      if (message.msgid === '') continue;
      if (!ids.add(JSON.stringify([message.msgctxt, message.msgid])))
        throw new SourceError(`has the message "${message.msgctxt ?? message.msgid}" twice.`, {
          place: { file: name },
        });
      readMessage(message, forms, take);
    }
  }
}

function languageOf({ headers }: GetTextTranslations): string | undefined {
  const tag = Object.entries(headers)
    .find(([header]) => header.toLowerCase() === 'language')?.[1]
    .trim();
  return tag === undefined || tag === '' ? undefined : tag.replaceAll('_', '-');
}

/** A file piece by piece, cut where an empty line ends a message; the header, with the comments before it, is the first. */
async function* blocksOf(bytes: Bytes, name: string): AsyncIterable<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let rest = '';
  let isHead = true;
  const blocks = function* (isLast: boolean): Iterable<string> {
    const found = rest.split(/\r?\n[ \t]*\r?\n/);
    rest = isLast ? '' : (found.pop() ?? '');
    for (const block of found) {
      head += block;
      if (isHead && !/^msgid/m.test(head)) {
        head += '\n';
        continue;
      }
      yield head;
      [head, isHead] = ['', false];
    }
    if (rest.length > LONGEST) throw new SourceError('has a message without end.', { place: { file: name } });
  };
  let head = '';
  try {
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(charsetOf(chunk), { fatal: true });
      rest += decoder.decode(chunk, { stream: true });
      yield* blocks(false);
    }
    rest += decoder?.decode() ?? '';
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError('is not in the encoding that it claims to have.', { place: { file: name }, cause });
  }
  yield* blocks(true);
  if (isHead && head.trim() !== '') yield head;
}

/** The encoding that the header names; its line may be wrapped. */
function charsetOf(chunk: Uint8Array): string {
  const head = Buffer.from(chunk.subarray(0, 4096))
    .toString('latin1')
    .replaceAll(/"\s*\n\s*"/g, '');
  const charset = /charset=([\w:.-]+)/i.exec(head)?.[1] ?? 'utf-8';
  return charset.toUpperCase() === 'CHARSET' ? 'utf-8' : charset;
}

function parsed(text: string, name: string): GetTextTranslations {
  try {
    return parseText(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    throw new SourceError(`cannot be read as PO: ${message}.`, { place: { file: name }, cause });
  }
}

function parseText(text: string): GetTextTranslations {
  try {
    return po.parse(text, { validation: true });
  } catch (cause) {
    // The number of forms is judged by message; what stands twice, where all messages are known.
    if (cause instanceof RangeError || /Duplicate/.test(String(cause))) return po.parse(text);
    throw cause;
  }
}

function headed(file: GetTextTranslations, name: string): GetTextTranslations {
  // The types promise headers where the parser gives none.
  const headers: unknown = file.headers;
  if (headers !== undefined) return file;
  throw new SourceError('is no PO file: it has no header.', { place: { file: name, line: 1 } });
}

function readMessage(message: GetTextTranslation, forms: readonly string[], take: (text: ReturnedText) => void): void {
  const { msgctxt = '', msgid, msgid_plural: plural, msgstr, comments } = message;
  const at = msgctxt.indexOf(BETWEEN);
  const [file, key] = at < 0 ? ['', msgctxt] : [msgctxt.slice(0, at), msgctxt.slice(at + 1)];
  const prints = printsOf(comments?.extracted ?? '');
  const isFuzzy = /(?:^|,)\s*fuzzy\s*(?:,|$)/m.test(comments?.flag ?? '');
  const one = (own: string, source: string, target: string | undefined, index: number, fault?: string): void => {
    const print = prints[index];
    const isStale = readFingerprint(print)?.isStale ?? false;
    take({
      file,
      key: own,
      part: 0,
      line: undefined,
      source,
      target: target === undefined || target.trim() === '' ? undefined : target,
      isPartial: false,
      // A mark that was taken away says that the text is right for the new source.
      state: isStale && !isFuzzy ? 'translated' : undefined,
      isDoubtful: isFuzzy && !isStale,
      print,
      fault,
    });
  };
  if (plural === undefined) return one(key, msgid, msgstr[0], 0);
  const fault =
    msgstr.length === forms.length
      ? undefined
      : `it has ${msgstr.length} plural forms, and this language has ${forms.length}`;
  for (const [index, form] of forms.entries())
    one(`${key}_${form}`, form === 'one' ? msgid : plural, msgstr[index], index, fault);
}

function printsOf(comment: string): readonly string[] {
  const line = comment.split('\n').find((one) => one.trim().startsWith(PRINT));
  return line === undefined ? [] : line.trim().slice(PRINT.length).trim().split(/\s+/);
}
