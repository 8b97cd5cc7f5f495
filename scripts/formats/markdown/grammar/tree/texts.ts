/** Text: data, line ends, escapes, references; and the lines that were left whole because nothing in them is markup. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Node, Text } from 'mdast';
import type { CompileContext, Extension, Handle } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import { trimEnd } from '../../blocks/values.ts';

function openText(context: CompileContext, token: Token): Text | undefined {
  const parent = context.stack.at(-1);
  if (parent === undefined || !('children' in parent)) return undefined;
  const siblings: Node[] = parent.children;
  const last = parent.children.at(-1);
  if (last?.type === 'text') return last;
  const text: Text = { type: 'text', value: '', position: { start: token.start, end: token.end } };
  siblings.push(text);
  return text;
}

function append(context: CompileContext, token: Token, value: string, end = token.end): void {
  const text = openText(context, token);
  if (text === undefined) return;
  text.value += value;
  if (text.position !== undefined) text.position.end = end;
}

/** Begins a text where there is none yet. Extensions call it for what is text inside their own tokens. */
export const beginData: Handle = function (token) {
  openText(this, token);
};

/** Adds the token's source to the text. */
export const data: Handle = function (token) {
  append(this, token, this.sliceSerialize(token));
};

/** A line that was left whole, as micromark would have read it: without the white space at its edges. */
const wholeLine: Handle = function (token) {
  const source = this.sliceSerialize(token);
  const begin = token.previous === undefined ? source : source.replace(/^[ \t]+/, '');
  const bare = trimEnd(begin);
  const cut = begin.length - bare.length;
  if (token.next !== undefined) append(this, token, bare + (/(?:\r\n|[\n\r])$/.exec(begin)?.[0] ?? ''));
  else append(this, token, bare, cut === 0 ? token.end : { ...token.end, offset: token.end.offset - cut });
};

const lineEnding: Handle = function (token) {
  const parent = this.stack.at(-1);
  if (parent === undefined) return;
  if (this.data.atHardBreak === true) {
    const last = 'children' in parent ? parent.children.at(-1) : undefined;
    if (last?.position !== undefined) last.position.end = token.end;
    this.data.atHardBreak = undefined;
  } else if (this.data.setextHeadingSlurpLineEnding !== true && this.config.canContainEols.includes(parent.type)) {
    data.call(this, token);
  }
};

const referenceMarker: Handle = function ({ type }) {
  if (type === 'characterReferenceMarkerNumeric' || type === 'characterReferenceMarkerHexadecimal')
    this.data.characterReferenceType = type;
};

const referenceValue: Handle = function (token) {
  const source = this.sliceSerialize(token);
  const { characterReferenceType: type } = this.data;
  this.data.characterReferenceType = undefined;
  const value =
    type === undefined
      ? decodeNamedCharacterReference(source) || ''
      : decodeNumericCharacterReference(source, type === 'characterReferenceMarkerNumeric' ? 10 : 16);
  append(this, token, value);
};

/** The markers count too: a text ends behind them. */
const withMarkers: Handle = function (token) {
  append(this, token, '');
};

export const TEXT_HANDLES: Extension = {
  enter: { characterEscape: beginData, characterReference: beginData, data: beginData },
  exit: {
    characterEscapeValue: data,
    characterReference: withMarkers,
    characterReferenceMarkerHexadecimal: referenceMarker,
    characterReferenceMarkerNumeric: referenceMarker,
    characterReferenceValue: referenceValue,
    chunkString: data,
    chunkText: wholeLine,
    codeFlowValue: data,
    codeTextData: data,
    data,
    htmlFlowData: data,
    htmlTextData: data,
    lineEnding,
  },
};
