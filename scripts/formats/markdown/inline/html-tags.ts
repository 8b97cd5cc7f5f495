import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { isShownAttribute } from '../../shown-names.ts';
import { declaredLanguage } from '../../declared-language.ts';
import type { Markup, MarkupText } from '../../../units/unit.ts';

/** An inline HTML construct: a tag, a comment, an instruction. */
export interface HtmlTag {
  /** `alone`: a void element, a comment, whatever has no partner. */
  readonly type: 'open' | 'close' | 'alone';
  /** Lower case; empty for what is no tag. */
  readonly name: string;
  readonly markup: Markup;
  /** The tag without its texts, quotes and spacing normalised. */
  readonly signature: string;
  /** Its content is not translated. */
  readonly guarded: boolean;
  readonly language?: string;
}

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content is code, or a path (Fumadocs' `<include>`). */
export const GUARDED: ReadonlySet<string> = new Set('code kbd samp var pre script style math svg include'.split(' '));

const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)([^]*?)(\/?)>$/;
const ATTRIBUTE = /([A-Za-z_:@#][\w.:-]*(?:\[[\w.]*\])?)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/** Reads one inline HTML construct as micromark cut it out. */
export function readHtmlTag(source: string): HtmlTag {
  const match = TAG.exec(source);
  const [, slash, rawName = '', inside = '', selfClosing] = match ?? [];
  const name = rawName.toLowerCase();
  const other = {
    type: 'alone',
    name,
    markup: [source],
    signature: `html:${source.replace(/\s+/g, ' ')}`,
    guarded: false,
  } as const;
  if (match === null) return other;
  if (slash === '/') return { ...other, type: 'close', signature: `html:/${name}` };
  const pieces: (string | MarkupText)[] = [`<${rawName}`];
  const signature: string[] = [];
  let at = 0;
  let guarded = GUARDED.has(name);
  let language: string | undefined;
  for (const attribute of inside.matchAll(ATTRIBUTE)) {
    const [whole, rawKey = '', raw] = attribute;
    const key = rawKey.toLowerCase();
    const value = raw === undefined ? '' : decodeReferences(/^["']/.test(raw) ? raw.slice(1, -1) : raw);
    if (isShownAttribute(rawName, key, value)) {
      pieces.push(`${inside.slice(at, attribute.index)}${rawKey}="`, { text: value, role: 'attribute' }, '"');
      at = attribute.index + whole.length;
      signature.push(key);
    } else {
      signature.push(raw === undefined ? key : `${key}=${value}`);
    }
    if (key === 'lang' && value !== '') language = value;
    if (key === 'translate' && value === 'no') guarded = true;
  }
  pieces.push(`${inside.slice(at)}${selfClosing ?? ''}>`);
  const alone = VOID.has(name) || selfClosing === '/';
  const heeded = declaredLanguage(rawName, language, !alone);
  return {
    type: alone ? 'alone' : 'open',
    name,
    markup: pieces,
    signature: `html:${[name, ...signature].join(' ')}`,
    guarded,
    ...(heeded === undefined ? {} : { language: heeded }),
  };
}

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g,
    (whole, ten, hex, name) => {
      if (typeof name === 'string') return decodeNamedCharacterReference(name) || whole;
      const code = typeof ten === 'string' ? Number.parseInt(ten, 10) : Number.parseInt(String(hex), 16);
      return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0
        ? '\uFFFD'
        : String.fromCodePoint(code);
    },
  );
}
