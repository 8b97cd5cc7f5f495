/** What a file of another tool is, by its extension. */
import { extname } from 'node:path';
import { TEXT_FORMATS, textFormatOf, type TextFormat } from '../../exchange/text-formats.ts';
import { UsageError } from '../../project/errors.ts';

export type FileKind =
  { readonly kind: 'texts'; readonly format: TextFormat } | { readonly kind: 'tmx' | 'tbx' | 'csv' };

const EXTENSIONS = [...TEXT_FORMATS.flatMap(({ extensions }) => extensions), '.tmx', '.tbx', '.csv'];

/** For usage lines. */
export const KIND_WORDS = EXTENSIONS.filter((one) => one !== '.xliff')
  .map((one) => `FILE${one}`)
  .join('|');

/** @throws UsageError for anything but the name of one file of a known kind. */
export function fileKind(command: string, words: readonly string[]): FileKind & { readonly file: string } {
  const [file, ...rest] = words;
  const extension = extname(file ?? '').toLowerCase();
  if (file !== undefined && rest.length === 0) {
    const format = textFormatOf(extension);
    if (format !== undefined) return { kind: 'texts', format, file };
    const kind = (['tmx', 'tbx', 'csv'] as const).find((one) => extension === `.${one}`);
    if (kind !== undefined) return { kind, file };
  }
  const list = `${EXTENSIONS.slice(0, -1).join(', ')} or ${EXTENSIONS.at(-1) ?? ''}`;
  throw new UsageError(`${command} takes the name of one file that ends in ${list}.`);
}
