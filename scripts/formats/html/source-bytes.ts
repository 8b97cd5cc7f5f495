import type { Markup } from '../../units/unit.ts';
import { buildTree, type TokenCode } from '../inline-tree.ts';
import { writtenEntities } from '../written-entities.ts';
import { guarded, inlineTokens } from './inline-tokens.ts';
import { isTextOfTag } from './tag-code.ts';
import { readTag } from './tag.ts';

/** How a source text is written where this syntax has one way only: a translated text gets these bytes. */
export interface SourceBytes {
  /** How a code of this markup is written; of several ways the first that was not taken yet. */
  take(markup: Markup): WrittenMarkup | undefined;
  /** Entities of the characters that the source writes as entities alone. */
  readonly entities: ReadonlyMap<string, string>;
}

export interface WrittenMarkup {
  /** One more than there are texts. */
  readonly literals: readonly string[];
  /** What stands around each text. */
  readonly quotes: readonly ('"' | "'")[];
}

/** @param raw the bytes of the source text */
export function sourceBytes(raw: string): SourceBytes {
  const bytes = new Map<TokenCode, string>();
  const value = raw.replace(/\r\n?/g, '\n');
  buildTree(inlineTokens(value, bytes), (open, start, end, close) => {
    const code = guarded(open, value.slice(start, end), close.markup.join(''));
    bytes.set(code, `${bytes.get(open) ?? ''}${value.slice(start, end)}${bytes.get(close) ?? ''}`);
    return code;
  });
  // The way that comes next; as many as a text has tags may be alike.
  const ways = new Map<string, { readonly all: WrittenMarkup[]; next: number }>();
  const isCrlf = raw.includes('\r\n');
  for (const [{ markup }, source] of bytes) {
    const written = splitAtTexts(markup, isCrlf ? source.replaceAll('\n', '\r\n') : source);
    if (written === undefined) continue;
    const key = keyOf(markup);
    const known = ways.get(key);
    if (known === undefined) ways.set(key, { all: [written], next: 0 });
    else known.all.push(written);
  }
  return {
    take(markup) {
      const known = ways.get(keyOf(markup));
      if (known === undefined) return undefined;
      const { all, next } = known;
      known.next = Math.min(next + 1, all.length - 1);
      return all[next];
    },
    entities: writtenEntities(raw),
  };
}

function keyOf(markup: Markup): string {
  return markup.map((piece) => (typeof piece === 'string' ? piece : '\0')).join('');
}

function splitAtTexts(markup: Markup, source: string): WrittenMarkup | undefined {
  const texts = markup.filter((piece) => typeof piece !== 'string').length;
  if (texts === 0) return { literals: [source], quotes: [] };
  const tag = readTag(source, 0, 'elements');
  const places = tag?.attributes.filter((attribute) => isTextOfTag(tag, attribute)) ?? [];
  if (places.length !== texts) return undefined;
  const literals: string[] = [];
  const quotes: ('"' | "'")[] = [];
  let at = 0;
  let before = '';
  for (const { raw = '', start } of places) {
    const sign = source[start - 1];
    const isQuoted = sign === '"' || sign === "'";
    literals.push(`${before}${source.slice(at, start)}${isQuoted ? '' : '"'}`);
    quotes.push(isQuoted ? sign : '"');
    before = isQuoted ? '' : '"';
    at = start + raw.length;
  }
  literals.push(before + source.slice(at));
  return { literals, quotes };
}
