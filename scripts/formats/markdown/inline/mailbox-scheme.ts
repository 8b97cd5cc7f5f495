import type { InlineToken } from '../../inline-tree.ts';

const SCHEME = /(?<![\p{L}\p{N}.-])(?:mailto|xmpp):$/iu;

/** Takes the scheme in front of a bare mailbox off the text before it: Markdown's parser leaves it there. */
export function takeScheme(tokens: InlineToken[]): string {
  const last = tokens.at(-1);
  const scheme = last?.type === 'text' ? (SCHEME.exec(last.text)?.[0] ?? '') : '';
  if (last?.type !== 'text' || scheme === '') return '';
  tokens.pop();
  if (last.text !== scheme) tokens.push({ type: 'text', text: last.text.slice(0, -scheme.length) });
  return scheme;
}
