import { po, type GetTextTranslation, type GetTextTranslations } from 'gettext-parser';
import { SourceError } from '../../project/errors.ts';
import type { ReturnedText } from '../exchanged.ts';
import { readFingerprint } from '../fingerprint.ts';
import { pluralForms } from './plural-forms.ts';
import { BETWEEN, PRINT } from './write-po.ts';

/** A PO is read as a whole; one of more bytes is no work of one person. */
const MOST_BYTES = 20_000_000;

type Bytes = AsyncIterable<Uint8Array>;

/** The language that the header names. @throws SourceError when the file cannot be read. */
export async function poLanguage(bytes: Bytes, name: string): Promise<string | undefined> {
  return languageOf(await parse(bytes, name));
}

/** @throws SourceError: no PO, a message that stands twice, too large. */
export async function readPo(bytes: Bytes, name: string, take: (text: ReturnedText) => void): Promise<void> {
  const file = await parse(bytes, name);
  const forms = pluralForms(languageOf(file) ?? 'en')?.categories ?? [];
  for (const messages of Object.values(file.translations)) {
    for (const message of Object.values(messages)) if (message.msgid !== '') readMessage(message, forms, take);
  }
}

function languageOf({ headers }: GetTextTranslations): string | undefined {
  const tag = Object.entries(headers)
    .find(([header]) => header.toLowerCase() === 'language')?.[1]
    .trim();
  return tag === undefined || tag === '' ? undefined : tag.replaceAll('_', '-');
}

async function parse(bytes: Bytes, name: string): Promise<GetTextTranslations> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MOST_BYTES)
      throw new SourceError(`is larger than ${MOST_BYTES / 1_000_000} MB.`, {
        place: { file: name },
        remedy: 'Split it (msgsplit, or export with --only).',
      });
    chunks.push(chunk);
  }
  try {
    const whole = decoded(Buffer.concat(chunks));
    return headed(parseText(whole), name);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const message = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
    throw new SourceError(`cannot be read as PO: ${message}.`, { place: { file: name }, cause });
  }
}

function parseText(text: string): GetTextTranslations {
  try {
    return po.parse(text, { validation: true });
  } catch (cause) {
    // The number of forms is judged by message.
    if (cause instanceof RangeError) return po.parse(text);
    throw cause;
  }
}

/** In the encoding that the header names, whose line may be wrapped. */
function decoded(bytes: Buffer): string {
  const head = bytes
    .subarray(0, 4096)
    .toString('latin1')
    .replaceAll(/"\s*\n\s*"/g, '');
  const charset = /charset=([\w:.-]+)/i.exec(head)?.[1] ?? 'utf-8';
  return new TextDecoder(charset.toUpperCase() === 'CHARSET' ? 'utf-8' : charset, { fatal: true }).decode(bytes);
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
