import type { Code, Definition, Heading, Mark, Node, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { UnitKind } from '../../../units/unit.ts';
import type { InlineSyntax } from '../../format.ts';
import type { BlockHeading, BlockUnit, Blocks } from './block-unit.ts';
import { idBelow, idIn, withoutId } from './heading-id.ts';
import { ownValue } from './own-value.ts';
import { shownTitle } from './definition.ts';
import { optionUnit, plainUnit } from './marked-units.ts';
import { gist } from '../../html/white-space.ts';
import { survey } from '../inline/content-survey.ts';
import { readInline } from '../inline/inline-content.ts';
import { tagSignature } from '../inline/mask-code.ts';
import { elementTexts } from '../inline/jsx-strings.ts';
import { jsxLanguage, jsxSignature } from '../inline/jsx-tags.ts';
import { languageIn, LanguageScope } from './language-scope.ts';
import { restoreMasks, type MaskedText } from '../marks/masks.ts';
import { parametersIn, type Parameter } from '../marks/parameters.ts';
import { rawHtmlUnit, readRawHtml } from './raw-html.ts';
import { isSpacedTable } from '../marks/spaced-tables.ts';
import { shownOptions, withoutOptions, type ShownOption } from '../marks/shown-options.ts';
import { sharedContent } from './shared-content.ts';
import { shownText } from '../grammar/tree/shown-text.ts';
import { withoutAttributes, withoutPrefix, type Attributed } from '../marks/trailing-attributes.ts';
import { readValue, type Region } from './values.ts';

interface Place {
  readonly kind: UnitKind;
  readonly quotes: number;
  readonly language: string | undefined;
  /** Whether a mark follows: a hard break in front of it is layout. */
  readonly beforeMark?: boolean;
}

/** An empty anchor before a heading: its id. */
const ANCHOR = /^<a (?:id|name)="[^"]*"><\/a>$/;
const RAW_HTML = 'Raw HTML is kept as it is: its text is not translated.';
const GRID = 'A table that is drawn with lines is kept as it is: its text is not translated.';

/** Reads blocks one by one. */
export class BlockReader {
  readonly units: BlockUnit[] = [];
  readonly headings: BlockHeading[] = [];
  readonly outline: string[] = [];
  readonly warnings: Blocks['warnings'][number][] = [];
  readonly #text: MaskedText;
  readonly #syntax: InlineSyntax;

  constructor(text: MaskedText, syntax: InlineSyntax) {
    [this.#text, this.#syntax] = [text, syntax];
  }

  all(nodes: readonly RootContent[], place: Place): void {
    const scope = new LanguageScope(place.language);
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'html') scope.read(this.#source(node));
      if (node.type === 'mark') scope.readMark(this.#source(node));
      const before = nodes[index - 1];
      if (before?.type === 'heading' && node.type === 'mark' && this.#idBelow(before, node)) continue;
      this.#block(node, { ...place, language: scope.language, beforeMark: nodes[index + 1]?.type === 'mark' });
    }
  }

  #block(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'paragraph':
        return void this.#inline('p', node.children, place);
      case 'heading':
        return this.#heading(node, place);
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
        return void this.#inline('cell', node.children, place, 'cell', true);
      case 'mark':
        return this.#mark(node, place);
      case 'markContainer':
        return this.#container('marked', node.children, place);
      case 'mdxJsxFlowElement':
        return this.#jsx(node, place);
      case 'definition':
        return this.#definition(node, place);
      case 'code':
        return this.#code(node, place);
      case 'math':
        return this.#protected('math', gist(this.#restore(node.value, node)));
      case 'html':
        return this.#html(node, place);
      case 'thematicBreak':
        return this.#protected('rule', '');
      default:
        return this.#protected(node.type, gist(this.#source(node)));
    }
  }

  #heading(node: Heading, place: Place): void {
    const before = this.units.length;
    const kind = place.kind === 'p' ? 'heading' : place.kind;
    const cut = this.#inline(`h${node.depth}`, node.children, place, kind, this.#isAtx(node));
    const id = idIn(cut?.attributes ?? '');
    const text = (cut?.nodes ?? [])
      .map((child) => (child.type === 'html' ? '' : this.#restore(shownText(child), node)))
      .join('');
    this.headings.push({ depth: node.depth, text, id, unit: this.units.length > before ? before : undefined });
  }

  /** kramdown's `{: #id}` on the line below a heading. @returns whether it says nothing else */
  #idBelow(heading: Heading, mark: Mark): boolean {
    const isNext = mark.position?.start.line === (heading.position?.end.line ?? 0) + 1;
    const below = isNext ? idBelow(this.#source(mark)) : undefined;
    const last = this.headings.at(-1);
    if (last === undefined || below === undefined) return false;
    this.headings.splice(-1, 1, { ...last, id: last.id ?? below.id });
    return below.isAlone;
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

  /** Code is no text, but what stands in a directive's options may be. */
  #code(node: Code, place: Place): void {
    const source = this.#source(node);
    const options = shownOptions(source);
    const info = this.#restore(`${node.lang ?? ''} ${node.meta ?? ''}`, node);
    if (options.length === 0) return this.#protected('code', `${info} ${gist(this.#restore(node.value, node))}`);
    this.#protected('code', gist(withoutOptions(source, options)));
    this.#options(options, node.position?.start.offset ?? 0, place);
  }

  #options(options: readonly ShownOption[], offset: number, place: Place): void {
    const at = { ...place, offset, entry: this.outline.length - 1 };
    this.units.push(...options.map((option) => optionUnit(option, at, this.#syntax)));
  }

  #warn(node: Node | undefined, message: string): void {
    this.warnings.push({ offset: node?.position?.start.offset ?? 0, message });
  }

  /** A line that speaks to the site builder: what stands in front of its title, the title, what stands behind. */
  #mark(node: Mark, place: Place): void {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const from = node.children[0]?.position?.start.offset ?? end;
    const to = node.children.at(-1)?.position?.end.offset ?? end;
    const colons = /^:{2,}/.test(this.#source(node));
    this.#tags(start, from, place, colons);
    const source = this.#source(node);
    if (/^\+[-=:]{3}/.test(source) || isSpacedTable(source)) this.#warn(node, GRID);
    if (node.children.length === 0) return;
    const language = languageIn(this.#source(node)) ?? place.language;
    this.#prose('title', node.children, { ...place, language }, place.kind, 'label');
    if (to < end) this.#tags(to, end, place, colons);
  }

  /** What stands on a line for the site builder alone; parameters of its tags may be for readers. */
  #tags(start: number, end: number, place: Place, colons: boolean): void {
    const source = this.#text.original.slice(start, end);
    const options = shownOptions(source);
    if (options.length > 0) {
      this.#protected('mark', tagSignature(withoutOptions(source, options)));
      return this.#options(options, start, place);
    }
    const { found, rest } = parametersIn(this.#text, start, end, colons);
    this.#protected('mark', tagSignature(rest));
    this.#parameters(found, place);
  }

  #parameters(found: readonly Parameter[], { quotes, language }: Place): void {
    for (const { value, ...span } of found)
      this.#plain('html', value, { ...span, quotes, cell: false }, 'parameter', language);
  }

  /** @returns the block's text and what was cut off its end */
  #inline(
    name: string,
    nodes: readonly PhrasingContent[],
    place: Place,
    kind = place.kind,
    line = false,
  ): Attributed | undefined {
    if (nodes.length === 0) {
      this.#protected(name, '');
      return undefined;
    }
    const { prefix, nodes: bare } = kind === 'li' ? withoutPrefix(nodes, this.#text) : { prefix: '', nodes };
    const cut =
      kind === 'cell'
        ? { nodes, attributes: '' }
        : withoutAttributes(bare, this.#text, { heading: /^h\d$/.test(name), broken: place.beforeMark === true });
    const end = nodes.at(-1)?.position?.end.offset ?? 0;
    const { found, rest } = parametersIn(this.#text, end - cut.attributes.length, end);
    this.#prose(name + prefix, cut.nodes, place, kind, line ? 'line' : 'block', rest);
    this.#parameters(found, place);
    return cut;
  }

  #prose(
    name: string,
    nodes: readonly PhrasingContent[],
    place: Place,
    kind: UnitKind,
    form: BlockUnit['form'],
    attributes = '',
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
    const more = (/^h\d$/.test(name) ? withoutId(attributes) : attributes).replace(/\s+/g, ' ');
    if (!found.letters && name === 'p' && ANCHOR.test(text.slice(start, end))) return;
    if (!found.letters) return this.#protected(name, `${found.codes} ${gist(slice(start, end))}${more}`);
    this.outline.push(`${name} unit ${found.codes}${more}`);
    const value = ownValue(content, text, region, shortcuts, found, this.#syntax);
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
      entry: this.outline.length - 1,
      ...(language === undefined ? {} : { language }),
      ...(shared === undefined ? {} : { content: shared }),
    });
  }

  /** A component around blocks: its attribute texts are units of kind `html`, plain text. */
  #jsx(node: MdxJsxFlowElement, place: Place): void {
    if (/^(?:script|style)$/.test(node.name ?? '')) return this.#protected('html', gist(this.#source(node)));
    const texts = elementTexts(node, this.#text.original);
    this.outline.push(`<${jsxSignature(node, texts)}`);
    const language = jsxLanguage(node) ?? place.language;
    for (const { start, end, value, form } of texts)
      this.#plain('html', value, { start, end, quotes: place.quotes, cell: false }, form, language);
    this.all(node.children, { ...place, language });
    this.outline.push('>');
  }

  #plain(kind: UnitKind, value: string, region: Region, form: BlockUnit['form'], language: string | undefined): void {
    this.units.push(plainUnit(kind, value, region, form, this.outline.length - 1, language));
  }

  /** `[label]: url "title"`: the title is a unit of kind `note`, plain text. */
  #definition(node: Definition, place: Place): void {
    const title = shownTitle(node);
    const name = `definition ${node.identifier} ${this.#restore(node.url, node)}`;
    if (title === undefined) return this.#protected(name, gist(node.title ?? ''));
    this.outline.push(`${name} unit`);
    const region: Region = { ...title, quotes: place.quotes, cell: false };
    this.#plain('note', this.#restore(node.title ?? '', node), region, 'title', place.language);
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
