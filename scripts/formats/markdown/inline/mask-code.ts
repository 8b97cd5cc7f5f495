import type { TokenCode } from '../../inline-tree.ts';
import type { MarkupText } from '../../../units/unit.ts';
import { shownParameters, withoutParameters } from '../marks/parameters.ts';
import { placeholders } from '../../placeholders.ts';

/** A role with a text before its target: `{ref}`text <target>``. */
const ROLE = /^(\{[\w:.+-]+\}`+)([^`<]*\p{L}[^`<]*?)(\s*<[^<>]+>`+)$/u;
/** A role whose text is read. */
const TEXT_ROLE =
  /^(\{(?:abbr(?:eviation)?|bdg(?!-(?:ref|link))(?:-\w+)*|button|guilabel|u|underline|del|strike|smallcaps|sc|dfn|strong|emphasis)\}`+)([^`]*\p{L}[^`]*)(`+)$/u;
/** A wiki link with a text of its own. */
const WIKI_TEXT = /^(\[\[[^|]*?\\?\|)([^|`]*\p{L}[^|`]*)(\]\])$/u;
const SQUEEZED = /[ \t]*(?:\r\n|[\n\r])[ \t>]*/g;

/** The code that a mask stands for; in a value its line ends are spaces. */
export function maskCode(written: string): TokenCode {
  const source = written.replace(SQUEEZED, ' ');
  const signature = squeeze(source);
  if (/^(?:\{\{[<%]|\{%)/.test(source)) return withParameters('shortcode', source, written);
  const [, roleOpen = '', roleText = '', roleClose = ''] = ROLE.exec(source) ?? TEXT_ROLE.exec(source) ?? [];
  if (roleText !== '') {
    const markup = [roleOpen, { text: roleText, role: 'parameter' } as const, roleClose];
    return { kind: 'directive', markup, signature: squeeze(roleOpen + roleClose) };
  }
  const [, wikiOpen = '', wikiText = '', wikiClose = ''] = WIKI_TEXT.exec(source) ?? [];
  if (wikiText !== '') {
    const markup = [wikiOpen, { text: wikiText, role: 'parameter' } as const, wikiClose];
    return { kind: 'link', markup, signature: squeeze(wikiOpen).replace('\\|', '|') };
  }
  if (source.includes('[[')) return { kind: 'other', markup: [source], signature: signature.replaceAll('\\|', '|') };
  if (/^(?:%%|\{[^{]|\\[@:])/.test(source)) return withParameters('other', source, written);
  const [found, more] = placeholders(source);
  if (found !== undefined && more === undefined && found.end - found.start === source.length)
    return { kind: found.kind, markup: [source], signature: found.signature };
  if (/^[$\\]/.test(source))
    return { kind: 'math', markup: [source], signature: `math:${squeeze(source.slice(1, -1))}` };
  return { kind: 'shortcode', markup: [source], signature };
}

function withParameters(kind: 'shortcode' | 'other', source: string, written: string): TokenCode {
  const markup: (string | MarkupText)[] = [];
  let at = 0;
  for (const { start, end, value } of shownParameters(source)) {
    markup.push(source.slice(at, start), { text: value, role: 'parameter' });
    at = end;
  }
  return {
    kind,
    markup: [...markup, source.slice(at)],
    signature:
      kind === 'other' && at === 0
        ? squeeze(source)
        : tagSignature(withoutParameters(isOne(source) ? source : written)),
  };
}

/** Whether a code is one tag, not a pair with what it holds: then a line end in it is a space. */
function isOne(source: string): boolean {
  return !/\{[{%]/.test(source.slice(2));
}

/** What template tags say; a formatter may set what stands between two lines of tags otherwise. */
export function tagSignature(source: string): string {
  return source.includes('\n') ? source.replace(/[^\p{L}\p{N}]+/gu, ' ') : squeeze(source);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
