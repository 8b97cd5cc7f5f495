import type { Node, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Inline, UnitKind } from '../../../units/unit.ts';
import type { InlineSyntax } from '../../format.ts';
import type { BlockUnit, Blocks } from './block-unit.ts';
import { survey, type Survey } from '../inline/content-survey.ts';
import type { Grammar } from '../grammar/grammar.ts';
import { readInline, tagSignature } from '../inline/inline-content.ts';
import { jsxLanguage, jsxSignature, jsxTexts } from '../inline/jsx-tags.ts';
import { LanguageScope } from './language-scope.ts';
import { maskBody } from '../marks/mask-body.ts';
import { MARK_FILLER, restoreMasks, type MaskedText } from '../marks/masks.ts';
import { spansOf } from '../grammar/node-spans.ts';
import { paragraphParts } from './paragraph-parts.ts';
import { rawHtmlUnit, readRawHtml } from './raw-html.ts';
import { sharedContent } from './shared-content.ts';
import { withoutAttributes } from '../marks/trailing-attributes.ts';
import { readCollapsed, readValue, type Region } from './values.ts';

interface Prose {
  readonly nodes: readonly PhrasingContent[];
  readonly attributes?: string;
  readonly shares: boolean;
}

interface Place {
  readonly kind: UnitKind;
  readonly quotes: number;
  readonly language: string | undefined;
}

/**
 * Reads the body of an article.
 * @throws what the grammar throws on broken MDX
 */
export function readBlocks(text: string, grammar: Grammar, syntax: InlineSyntax): Blocks {
  const masked = maskBody(text, syntax.name);
  const reader = new BlockReader(masked, syntax);
  reader.all(grammar.blocks(masked.masked).children, { kind: 'p', quotes: 0, language: undefined });
  // Not the reader: it holds on to the masked text.
  const { units, outline, warnings } = reader;
  return { units, outline, warnings, defines: outline.some((entry) => DEFINITION.test(entry)) };
}

const DEFINITION = /^(?:definition|<note) /;
const RAW_HTML = 'Raw HTML is kept as it is: its text is not translated.';
const INDENTED = 'Indented text behind a mark and an empty line is read as code: it is not translated.';
const OVER_A_MARK = 'Emphasis or a link goes on behind a line that is a title: this paragraph is not translated.';

class BlockReader {
  readonly units: BlockUnit[] = [];
  readonly outline: string[] = [];
  readonly warnings: Blocks['warnings'][number][] = [];
  readonly #text: MaskedText;
  readonly #syntax: InlineSyntax;

  constructor(text: MaskedText, syntax: InlineSyntax) {
    this.#text = text;
    this.#syntax = syntax;
  }

  all(nodes: readonly RootContent[], place: Place): void {
    const scope = new LanguageScope(place.language);
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'html') scope.read(this.#source(node));
      if (node.type === 'code' && this.#isBehindMark(node, nodes[index - 1])) this.#warn(node, INDENTED);
      this.#block(node, { ...place, language: scope.language });
    }
  }

  /** MkDocs's admonitions and lists of definitions go on behind an empty line: CommonMark takes that for code. */
  #isBehindMark(code: Node, before: Node | undefined): boolean {
    if (!this.#text.hasMarks || before?.type !== 'paragraph') return false;
    const { masked } = this.#text;
    const [start, end] = [before.position?.start.offset ?? 0, before.position?.end.offset ?? 0];
    return masked.slice(start, end).includes(MARK_FILLER) && !/^[`~]/.test(masked.slice(code.position?.start.offset));
  }

  #block(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'paragraph':
        return this.#inline('p', node.children, place);
      case 'heading':
        return this.#inline(
          `h${node.depth}`,
          node.children,
          place,
          place.kind === 'p' ? 'heading' : place.kind,
          this.#isAtx(node),
        );
      case 'blockquote':
        return this.#container('quote', node.children, { ...place, kind: 'quote', quotes: place.quotes + 1 });
      case 'list':
        return this.#container(node.ordered === true ? `ol ${node.start ?? 1}` : 'ul', node.children, place);
      case 'listItem':
        return this.#container(`li ${node.checked ?? ''}`, node.children, { ...place, kind: 'li' });
      case 'footnoteDefinition':
        return this.#container(`note ${node.identifier}`, node.children, { ...place, kind: 'note' });
      case 'table':
        return this.#container(`table ${node.align?.join(' ') ?? ''}`, node.children, place);
      case 'tableRow':
        return this.#container('row', node.children, place);
      case 'tableCell':
        return this.#inline('cell', node.children, place, 'cell', true);
      case 'containerDirective':
        return this.#container(this.#directive(node), node.children, directivePlace(node, place));
      case 'leafDirective':
        return this.#inline(this.#directive(node), node.children, directivePlace(node, place), place.kind, true);
      case 'mdxJsxFlowElement':
        return this.#jsx(node, place);
      case 'definition':
        return this.#definition(node, place);
      case 'code':
        return this.#protected(
          'code',
          `${node.lang ?? ''} ${node.meta ?? ''} ${words(this.#restore(node.value, node))}`,
        );
      case 'math':
        return this.#protected('math', words(this.#restore(node.value, node)));
      case 'html':
        return this.#html(node, place);
      case 'thematicBreak':
        return this.#protected('rule', '');
      default:
        return this.#protected(node.type, words(this.#source(node)));
    }
  }

  #container(name: string, nodes: readonly RootContent[], place: Place): void {
    this.outline.push(`<${name}`);
    this.all(nodes, place);
    this.outline.push('>');
  }

  #protected(name: string, content: string): void {
    this.outline.push(`${name} ${content}`);
  }

  /** Raw HTML is read as HTML is: its texts are units in that syntax. */
  #html(node: RootContent, place: Place): void {
    const { parts, outline, isLeft } = readRawHtml(this.#source(node), place.quotes);
    if (isLeft) this.#warn(node, RAW_HTML);
    this.#protected('html', outline);
    const offset = node.position?.start.offset ?? 0;
    const entry = this.outline.length - 1;
    for (const part of parts) this.units.push(rawHtmlUnit(part, offset, entry, place.quotes, place.language));
  }

  #warn(node: Node | undefined, message: string): void {
    this.warnings.push({ offset: node?.position?.start.offset ?? 0, message });
  }

  #inline(name: string, nodes: readonly PhrasingContent[], place: Place, kind = place.kind, line = false): void {
    if (nodes.length === 0) return this.#protected(name, '');
    const parts = paragraphParts(nodes, this.#text, line);
    const shares = parts.length > 1;
    for (const part of parts) {
      if ('start' in part) {
        this.#protected(part.type, tagSignature(this.#text.original.slice(part.start, part.end)));
      } else if (part.type === 'title') {
        this.#prose('title', { ...part, shares }, place, kind, 'label');
      } else if (part.type === 'lost') {
        this.#warn(part.nodes[0], OVER_A_MARK);
        this.#protected(name, words(part.nodes.map((node) => this.#source(node)).join(' ')));
      } else {
        const own = kind === 'cell' ? part : withoutAttributes(part.nodes, this.#text, /^h\d$/.test(name));
        this.#prose(name, { ...own, shares }, place, kind, line ? 'line' : 'block');
      }
    }
  }

  #prose(
    name: string,
    { nodes, shares, attributes = '' }: Prose,
    place: Place,
    kind: UnitKind,
    form: BlockUnit['form'],
  ): void {
    const start = nodes[0]?.position?.start.offset;
    const end = nodes.at(-1)?.position?.end.offset;
    if (start === undefined || end === undefined) return this.#protected(name, '');
    const region: Region = { start, end, quotes: place.quotes, cell: kind === 'cell' };
    const text = this.#text.original;
    const slice = (from: number, to: number): string => readValue(text, { ...region, start: from, end: to });
    const shortcuts: number[] = [];
    const mdx = this.#syntax.name === 'mdx';
    const content = readInline(nodes, { text: this.#text, slice, mdx, onShortcut: (offset) => shortcuts.push(offset) });
    const found = survey(content);
    const more = attributes.replace(/\s+/g, ' ');
    if (!found.letters) return this.#protected(name, `${found.codes} ${words(slice(start, end))}${more}`);
    this.outline.push(`${name} unit ${found.codes}${more}`);
    const value = this.#value(content, region, shortcuts, found);
    const { language } = place;
    const isCollapsed = shortcuts.length > 0;
    const shared = isCollapsed
      ? undefined
      : sharedContent(content, value, region, found, this.#text, this.#syntax.name);
    this.units.push({
      kind,
      syntax: this.#syntax.name,
      value,
      region,
      survey: found,
      form,
      shares,
      entry: this.outline.length - 1,
      ...(language === undefined ? {} : { language }),
      ...(shared === undefined ? {} : { content: shared }),
    });
  }

  /**
   * The value has to say by itself what only the file's definitions say: a link by its label is written `[label][]`, and
   * brackets that are no link though they look like one are escaped.
   */
  #value(content: readonly Inline[], region: Region, shortcuts: readonly number[], found: Survey): string {
    const value = readCollapsed(this.#text.original, region, shortcuts);
    const doubtful = found.brackets && value.includes('][');
    if (!doubtful || survey(this.#syntax.parse(value)).codes === found.codes) return value;
    return this.#syntax.print(content);
  }

  /** A component around blocks: its attribute texts are units of kind `html`, plain text. */
  #jsx(node: MdxJsxFlowElement, place: Place): void {
    this.outline.push(`<${jsxSignature(node)}`);
    const language = jsxLanguage(node) ?? place.language;
    for (const { start, end, value } of jsxTexts(node, this.#text.original)) {
      const region: Region = { start, end, quotes: place.quotes, cell: false };
      this.#plain('html', value, region, 'attribute', language);
    }
    this.all(node.children, { ...place, language });
    this.outline.push('>');
  }

  #plain(kind: UnitKind, value: string, region: Region, form: BlockUnit['form'], language: string | undefined): void {
    const found: Survey = { codes: '', form: '', letters: true, brackets: false, addresses: false };
    const unit = {
      kind,
      syntax: 'plain',
      value: value.replace(/\s+/g, ' ').trim(),
      region,
      survey: found,
      form,
      entry: this.outline.length - 1,
    } as const;
    this.units.push(language === undefined ? unit : { ...unit, language });
  }

  /** `[label]: url "title"`: the title is a unit of kind `note`, plain text. */
  #definition(node: RootContent & { type: 'definition' }, place: Place): void {
    const { title } = spansOf(node);
    const value = node.title ?? '';
    const name = `definition ${node.identifier} ${this.#restore(node.url, node)}`;
    if (title === undefined || !/\p{L}/u.test(value)) return this.#protected(name, words(value));
    this.outline.push(`${name} unit`);
    const region: Region = { start: title.start, end: title.end, quotes: place.quotes, cell: false };
    this.#plain('note', this.#restore(value, node), region, 'title', place.language);
  }

  #directive({ name, attributes }: { readonly name: string; readonly attributes?: unknown }): string {
    return `directive ${name} ${JSON.stringify(attributes ?? {})}`;
  }

  #isAtx(node: RootContent): boolean {
    return this.#text.masked[node.position?.start.offset ?? 0] === '#';
  }

  #source(node: Node): string {
    return this.#text.original.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }

  #restore(value: string, node: RootContent): string {
    return restoreMasks(value, this.#text, node.position?.start.offset ?? 0);
  }
}

function directivePlace(
  { attributes }: { readonly attributes?: Record<string, string | null | undefined> | null | undefined },
  place: Place,
): Place {
  const language = attributes?.['lang'] ?? '';
  return language === '' ? place : { ...place, language };
}

/** Letters and digits alone: a formatter may set code otherwise, with other quotes, spaces and semicolons. */
function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
