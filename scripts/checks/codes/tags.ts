import type { CodeKind, Inline, PairedCode } from '../../units/unit.ts';
import { REFUSES, type Check, type CheckInput, type Fault } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';
import { addressOf, withoutPlace } from './address.ts';
import { codeFaults, codeParameters, sayCode, type CodeFault } from './code-faults.ts';

const KINDS: ReadonlySet<CodeKind> = new Set(['html', 'jsx', 'emphasis', 'strong', 'delete', 'break', 'other']);
/** A reader loses a colour with these, and nothing more: where a person leaves one out it is their choice. */
const LOOKS: ReadonlySet<CodeKind> = new Set(['emphasis', 'strong', 'delete']);

/**
 * Inline markup is there, opened and closed, and around words. A person may write the character of an entity, break a line
 * elsewhere, and say `<none>` in their language: a lone tag that is no element of anything is text.
 */
export const tags: Check = {
  ...REFUSES,
  name: 'tags',
  description: 'tags and emphasis are as in the source, each closed, none emptied of its words',
  say(parameters) {
    const open = textOf(parameters, 'open');
    if (open !== '') return `${open} is not closed`;
    const emptied = textOf(parameters, 'emptied');
    return emptied === '' ? sayCode(parameters) : `${emptied} has no words in it, its source has`;
  },
  run(input) {
    const { sourceContent, targetContent, person } = input;
    if (isPlain(sourceContent) && isPlain(targetContent)) return NONE;
    const nameOf = person ? (node: Code): string => frameOf(node, input) : ({ signature }: Code): string => signature;
    const source = read(sourceContent, nameOf);
    const target = read(targetContent, nameOf);
    const faults: Fault[] = [];
    for (const fault of withoutLocalised(codeFaults(input, KINDS), input)) {
      const { kind, signature } = fault;
      if (person && (kind === 'break' || kind === 'other')) continue;
      if (person && isNoElement(signature, source.get(nameOf(fault)) ?? target.get(nameOf(fault)))) continue;
      if (person && isStyle(kind, signature) && source.has(nameOf(fault)) && target.has(nameOf(fault))) continue;
      faults.push({ ...(person && LOOKS.has(kind) ? WARNING : {}), parameters: codeParameters(fault) });
    }
    for (const [signature, { pairs, empty, kind }] of source) {
      const other = target.get(signature);
      if (other === undefined) continue;
      if (other.lone > 0 && other.pairs < pairs) faults.push({ parameters: { open: signature } });
      else if (other.empty > empty)
        faults.push({ ...(LOOKS.has(kind) ? WARNING : {}), parameters: { emptied: signature } });
    }
    return faults;
  },
};

/** A person may translate a text in an attribute: the same element with the same attributes is the same tag. */
function withoutLocalised(faults: readonly CodeFault[], input: CheckInput): readonly CodeFault[] {
  if (!input.person || faults.length < 2) return faults;
  const won = faults.filter(({ side }) => side === 'extra').map((fault) => ({ fault, frame: frameOf(fault, input) }));
  const lost = faults.filter((fault) => {
    if (fault.side === 'extra') return false;
    const frame = frameOf(fault, input);
    const index = won.findIndex((other) => other.frame === frame);
    if (index >= 0) won.splice(index, 1);
    return index < 0;
  });
  return [...lost, ...won.map(({ fault }) => fault)];
}

type Code = Pick<CodeFault, 'kind' | 'signature'>;

/** A tag without the attributes that hold words, a link without the language in its address. */
function frameOf({ kind, signature }: Code, { sourceLanguage, targetLanguage }: CheckInput): string {
  if (kind === 'link') return `link:${withoutPlace(addressOf(signature), sourceLanguage, targetLanguage)}`;
  return signature.replace(/ [\w:-]+=(?:"[^"]*"|'[^']*'|\S+)/g, (attribute) =>
    /^ (?:class|id|href|src|name|style|rel|target|type|for)=/i.test(attribute)
      ? attribute
      : attribute.replace(/=.*$/s, ''),
  );
}

const WARNING = { severity: 'warning' } as const;

interface Seen {
  kind: CodeKind;
  pairs: number;
  /** Tags without a partner. */
  lone: number;
  /** Pairs without words. */
  empty: number;
}

function isPlain(content: readonly Inline[]): boolean {
  return content.length === 0 || (content.length === 1 && content[0]?.type === 'text');
}

/** @param nameOf what counts as one tag */
function read(content: readonly Inline[], nameOf: (node: Code) => string): Map<string, Seen> {
  const found = new Map<string, Seen>();
  const visit = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') continue;
      const name = nameOf(node);
      let seen = found.get(name);
      if (seen === undefined) found.set(name, (seen = { kind: node.kind, pairs: 0, lone: 0, empty: 0 }));
      if (node.type === 'code') {
        seen.lone += 1;
        continue;
      }
      seen.pairs += 1;
      if (isEmpty(node)) seen.empty += 1;
      visit(node.children);
    }
  };
  visit(content);
  return found;
}

/** Without a word, a code or a sign in it. */
function isEmpty({ children }: PairedCode): boolean {
  return children.every((node) =>
    node.type === 'text' ? node.text.trim() === '' : node.type === 'pair' && isEmpty(node),
  );
}

/** What is set in bold, and in how many pieces, a person decides: a menu path may be cut in two. */
function isStyle(kind: CodeKind, signature: string): boolean {
  return (
    LOOKS.has(kind) || /^(?:<|html:)(?:span|b|i|em|strong|u|s|small|mark|kbd|var|cite|q|sub|sup)\b/i.test(signature)
  );
}

/** `<none>`, `<Only new keys are shown>`: a tag that nothing closes, and that HTML does not know. */
function isNoElement(signature: string, seen: Seen | undefined): boolean {
  if (seen === undefined || seen.pairs > 0) return false;
  if (/^<\p{L}[\p{L}\p{M}\d'’-]*(?: [\p{L}\d][\p{L}\p{M}\d'’-]*){2,}>$/u.test(signature)) return true;
  const [, name] = /^(?:<|html:)(\p{L}[\p{L}\p{M}\d_-]*)/u.exec(signature) ?? [];
  return name !== undefined && !HTML.has(name.toLowerCase()) && name === name.toLowerCase();
}

/** Elements that stand in running text and need no partner, or are often left without one; and what runs or styles a page. */
const HTML = new Set(
  'a abbr area audio b base bdi bdo big br button cite code data del dfn em embed font hr i iframe img input ins kbd label li link map mark meta meter nobr object output p picture progress q rp rt ruby s samp script select slot small source span strike strong style sub sup svg td textarea th time tr track tt u ul ol var video wbr'.split(
    ' ',
  ),
);
