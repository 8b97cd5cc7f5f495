import type { Placeholder } from './placeholders.ts';

/** Letters of scripts that put no space between words: beside them a sign begins as beside a space. */
const SPACELESS =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const APART = `(?<!(?![${SPACELESS}])[\\p{L}\\p{N}]|:)`;
const BEHIND = `(?!(?![${SPACELESS}])[\\p{L}\\p{N}]|:)`;
/** Emoji and icons: `:tada:`, `:material-star:`, several in a row; at a word's beginning or end; inside one where the name has a line. */
const EMOJI = new RegExp(
  `${APART}(?::[a-z\\d+][a-z\\d_+-]{0,80}:)+${BEHIND}|:(?:[a-z\\d]{1,40}_){1,8}[a-z\\d]{1,40}:|(?<![\\p{L}\\p{N}:]):[a-z][a-z\\d+-]{2,40}:(?=\\p{L})|(?<=\\p{L}):[a-z][a-z\\d+-]{2,40}:${BEHIND}`,
  'gu',
);
const MARKDOWN = /`[^`\n]{1,300}`|\]\([^()\s]{1,300}\)|!?\[\[[^[\]\n]{1,300}\]\]|\{:?[ \t]*[#.][^{}\n]{1,200}\}/g;
/** PyMdown's keys (`++ctrl+c++`); citations, cross references and mentions (`@fig-one`, `-@jones`, `@name`). */
const KEYS =
  /(?<![\p{L}\p{N}+])\+\+(?:"[^"\n]{1,60}"|[a-z\d][\w-]{0,30})(?:\+(?:"[^"\n]{1,60}"|[\w-]{1,30})){0,8}\+\+(?!\+)/gu;
/** A component of MDC inside a sentence (`:icon-star`), which has a hyphen in its name; an object's page (`## ::: pkg.Name`, mkdocstrings). */
const COMPONENT =
  /(?:(?<![\p{L}\p{N}:./\\]):[a-z][a-z\d]{0,30}(?:-[a-z\d]{1,30}){1,8}(?![\p{L}\p{N}:[{-])|^:::[ \t]+\w{1,60}(?:\.\w{1,60}){1,20}$)/gu;
/** GitHub's issues of other repositories. */
const ISSUE = /(?<![\w/.-])[A-Za-z\d][\w-]{0,39}\/[\w.-]{1,100}#\d{1,9}(?!\w)/g;
const NUMBER = /(?<![\p{L}\p{N}])(?:tel|sms):\+?\d[\d().-]{0,40}/gu;
/** Tags, as Obsidian and others have them: `#todo`, `#project/alpha`; `#Words` may be a heading of those who forgot a space. */
const TAG =
  /(?<![\p{L}\p{N}#&/?=.:;_"'<\\-])#(?!\p{Lu})(?=[\p{N}_/-]{0,40}\p{L})[\p{L}\p{N}_-]{1,80}(?:\/[\p{L}\p{N}_-]{1,80}){0,8}(?![\p{L}\p{N}_#])/gu;
const CITATION =
  /(?<![\p{L}\p{N}@/])-?@\{[^{}\n]{1,200}\}|(?<![\p{L}\p{N}@/])-?@[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$&+?<>~/-](?=[\p{L}\p{N}_])){0,200}/gu;

/**
 * The placeholders of a text, and the emoji and icons between them.
 * @param known in the order of the text, none inside another
 */
export function withEmoji(text: string, known: readonly Placeholder[]): readonly Placeholder[] {
  if (!/:[a-z\d+]/.test(text)) return known;
  return joined(known, text, EMOJI);
}

/** The same in HTML, which may stand in Markdown: code between backticks, and where Markdown's links lead to. */
export function withMarkdownCodes(text: string, known: readonly Placeholder[]): readonly Placeholder[] {
  const found = withEmoji(text, known);
  return /`|\]\(|\]\]|\{:?[ \t]*[#.]/.test(text) ? joined(found, text, MARKDOWN) : found;
}

/** The same, with the other short codes that Markdown's flavours have. */
export function withShortCodes(text: string, known: readonly Placeholder[]): readonly Placeholder[] {
  let found = withEmoji(text, known);
  if (text.includes(':') && /(?:^|[^\p{L}\p{N}:./\\]):[a-z:]/u.test(text)) found = joined(found, text, COMPONENT);
  if (text.includes('++')) found = joined(found, text, KEYS);
  if (text.includes('tel:') || text.includes('sms:')) found = joined(found, text, NUMBER);
  if (text.includes('#')) {
    if (/\/[\w.-]+#\d/.test(text)) found = joined(found, text, ISSUE);
    if (/#[\p{L}\p{N}_]/u.test(text)) found = joined(found, text, TAG);
  }
  if (text.includes('@')) found = joined(found, text, CITATION);
  return found;
}

function joined(known: readonly Placeholder[], text: string, pattern: RegExp): readonly Placeholder[] {
  const more = [...text.matchAll(pattern)].flatMap(({ index, 0: source }): Placeholder[] => {
    const end = index + source.length;
    if (!/\p{L}|^:[\d+-]+:$|^`/u.test(source) || known.some((one) => one.start < end && index < one.end)) return [];
    return [{ kind: 'placeholder', start: index, end, signature: source }];
  });
  return more.length === 0 ? known : [...known, ...more].sort((a, b) => a.start - b.start);
}
