import type { Placeholder } from '../../placeholders.ts';

/**
 * In this order: emoji and icons (`:tada:`, `:material-star:`), PyMdown's keys (`++ctrl+c++`), citations, cross references and
 * mentions (`@fig-one`, `-@jones`, `@name`).
 */
const SHORT_CODE = new RegExp(
  [
    /(?<![\p{L}\p{N}:]):[a-z\d+][a-z\d_+-]{0,80}:(?![\p{L}\p{N}:])/u,
    /(?<![\p{L}\p{N}+])\+\+(?:"[^"\n]{1,60}"|[a-z\d][\w-]{0,30})(?:\+(?:"[^"\n]{1,60}"|[\w-]{1,30})){0,8}\+\+(?!\+)/u,
    /(?<![\p{L}\p{N}@/])-?@[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$&+?<>~/-](?=[\p{L}\p{N}_])){0,200}/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/**
 * The placeholders of a text, and the short codes between them.
 * @param known in the order of the text, none inside another
 */
export function withShortCodes(text: string, known: readonly Placeholder[]): readonly Placeholder[] {
  if (!/:[a-z\d+]|\+\+|@/.test(text)) return known;
  const more = [...text.matchAll(SHORT_CODE)].flatMap(({ index, 0: source }): Placeholder[] => {
    const end = index + source.length;
    if (!/[a-z]|^:[\d+-]+:$/i.test(source) || known.some((one) => one.start < end && index < one.end)) return [];
    return [{ kind: 'placeholder', start: index, end, signature: source }];
  });
  return more.length === 0 ? known : [...known, ...more].sort((a, b) => a.start - b.start);
}
