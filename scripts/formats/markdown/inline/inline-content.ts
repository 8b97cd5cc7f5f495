import type { PhrasingContent } from 'mdast';
import { buildTree, type InlineToken, type TokenCode } from '../../inline-tree.ts';
import { placeholders, type Placeholder } from '../../placeholders.ts';
import type { CodeKind, Inline, Markup } from '../../../units/unit.ts';
import { isOptions, titled } from './titled.ts';
import { withoutBareDirectives } from './bare-directives.ts';
import { readHtmlTag } from './html-tags.ts';
import { elementTexts } from './jsx-strings.ts';
import { isGuarded, jsxMarkup, jsxSignature } from './jsx-tags.ts';
import { restoreMasks, splitAtMasks, type MaskedText } from '../marks/masks.ts';
import { maskCode } from './mask-code.ts';
import { takeScheme } from './mailbox-scheme.ts';
import { squeeze as squeezeText } from '../../html/white-space.ts';
import { withShortCodes } from '../../short-codes.ts';
import { writtenEntities } from '../../written-entities.ts';
import { isObjectName } from './object-name.ts';
import { spansOf } from '../grammar/node-spans.ts';

/** Where the nodes of some inline content come from. */
export interface InlineOrigin {
  readonly text: MaskedText;
  /** The source between two offsets as it stands in a value. */
  readonly slice: (start: number, end: number) => string;
  /** MDX: braces in decoded text are text, as those that are syntax are expressions. */
  readonly mdx: boolean;
  /** Told where each `[label]` ends that is a link only because of a definition elsewhere. */
  readonly onShortcut?: (end: number) => void;
}

/** Turns mdast's inline nodes into inline content. Nothing is kept of the nodes but what they say and their places. */
export function readInline(nodes: readonly PhrasingContent[], origin: InlineOrigin): Inline[] {
  const reader = new InlineReader(origin);
  reader.all(nodes);
  return buildTree(reader.tokens, (open, start, end, close) => ({
    kind: open.kind,
    markup: [...open.markup, origin.slice(start, end), ...close.markup],
    signature: `${open.signature} ${origin.slice(start, end).replace(/\s+/g, ' ')}`,
  }));
}

interface PairPlace {
  readonly kind: CodeKind;
  readonly signature: string;
  readonly children: readonly PhrasingContent[];
  readonly start: number;
  /** Where the content begins and ends. */
  readonly from: number;
  readonly to: number;
}

function edges(node: PhrasingContent): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

class InlineReader {
  readonly tokens: InlineToken[] = [];
  readonly #origin: InlineOrigin;

  constructor(origin: InlineOrigin) {
    this.#origin = origin;
  }

  all(nodes: readonly PhrasingContent[]): void {
    for (const node of withoutBareDirectives(nodes, this.#origin.text.original)) this.#node(node);
  }

  #node(node: PhrasingContent): void {
    const [start, end] = edges(node);
    switch (node.type) {
      case 'text':
        return this.#text(node.value, start, end);
      case 'emphasis':
      case 'strong':
      case 'delete':
        return this.#attention(node.type, node.children, start, end);
      case 'link':
        return this.#link(node, start, end);
      case 'linkReference':
        return this.#reference(node, start, end);
      case 'image': {
        const { afterLabel = start } = spansOf(node);
        const markup = [
          '![',
          { text: this.#restore(node.alt ?? '', start), role: 'alt' } as const,
          ...this.#resource(node, afterLabel - 1, end),
        ];
        return this.#code(
          'image',
          markup,
          `image:${squeeze(this.#restore(node.url, afterLabel))}${titled(node.title)}`,
        );
      }
      case 'imageReference':
        return this.#code(
          'image',
          [
            '![',
            { text: this.#restore(node.alt ?? '', start), role: 'alt' },
            `][${this.#label(node, start + 2, end)}]`,
          ],
          `image-reference:${node.identifier}`,
        );
      case 'inlineCode':
        return this.#code(
          'code',
          [this.#origin.slice(start, end)],
          `code:${this.#restore(node.value, start).replace(/[\r\n]+/g, ' ')}`,
        );
      case 'inlineMath':
        return this.#code(
          'math',
          [this.#origin.slice(start, end)],
          `math:${squeeze(this.#restore(node.value, start))}`,
        );
      case 'break':
        return this.#code('break', [this.#origin.slice(start, end)], 'break');
      case 'footnoteReference':
        return this.#code('footnote', [this.#origin.slice(start, end)], `footnote:${node.identifier}`);
      case 'html':
        return this.#html(start, end);
      case 'mdxJsxTextElement':
        return this.#jsx(node, start, end);
      case 'mdxTextExpression':
        return this.#expression(this.#origin.slice(start, end), node.value);
      case 'textDirective':
        return this.#directive(node, start, end);
      default:
        return this.#code(
          'other',
          [this.#origin.slice(start, end)],
          `other:${squeeze(this.#origin.slice(start, end))}`,
        );
    }
  }

  /** Decoded text: masks and placeholders in it stand alone. */
  #text(value: string, start: number, end: number): void {
    for (const [index, piece] of splitAtMasks(value, this.#origin.text, start).entries()) {
      if (piece === '') continue;
      if (index % 2 === 1) {
        this.#mask(piece);
        continue;
      }
      const text = piece.replace(/[ \t]*[\n\r]+[ \t]*/g, ' ');
      let at = 0;
      for (const found of this.#placeholders(text)) {
        if (found.start > at) this.tokens.push({ type: 'text', text: text.slice(at, found.start) });
        this.#code(found.kind, [this.#written(text.slice(found.start, found.end), start, end)], found.signature);
        at = found.end;
      }
      if (at < text.length) this.tokens.push({ type: 'text', text: text.slice(at) });
    }
  }

  /** A placeholder as the source writes it: what is shown with entities (`&#123;&#123; x }}`) must not become one that is read. */
  #written(placeholder: string, start: number, end: number): string {
    const raw = this.#origin.text.original.slice(start, end);
    if (!raw.includes('&') || raw.includes(placeholder)) return placeholder;
    const entities = writtenEntities(raw);
    return Array.from(placeholder, (sign) => entities.get(sign) ?? sign).join('');
  }

  /** In MDX braces that are text are no placeholder. */
  #placeholders(text: string): readonly Placeholder[] {
    const found = placeholders(text);
    const known = this.#origin.mdx && text.includes('{') ? found.filter(({ end }) => text[end - 1] !== '}') : found;
    return withShortCodes(text, known);
  }

  /** Comments of HTML are masked as MDX's own. */
  #expression(source: string, value: string): void {
    this.#code('expression', [source], source.startsWith('<') ? squeeze(source) : `{${squeeze(value)}}`);
  }

  #mask(source: string): void {
    this.tokens.push({ type: 'code', code: maskCode(source) });
  }

  #attention(
    kind: 'emphasis' | 'strong' | 'delete',
    children: readonly PhrasingContent[],
    start: number,
    end: number,
  ): void {
    const first = children[0];
    const last = children.at(-1);
    const from = first === undefined ? end : edges(first)[0];
    const to = last === undefined ? end : edges(last)[1];
    const { slice } = this.#origin;
    this.#pair({ kind, signature: kind, children, start, from, to }, [slice(start, from)], [slice(to, end)]);
  }

  #pair(pair: PairPlace, open: Markup, close: Markup): void {
    const { kind, signature, children, start, from, to } = pair;
    const name = `${kind}@${start}`;
    this.#open(name, { kind, markup: open, signature }, from);
    this.all(children);
    this.#close(name, { kind, markup: close, signature }, to);
  }

  #link(node: PhrasingContent & { type: 'link' }, start: number, end: number): void {
    const { afterLabel } = spansOf(node);
    const { children } = node;
    if (afterLabel === undefined) {
      const source = takeScheme(this.tokens) + this.#origin.slice(start, end);
      return this.#code('url', [source], `url:${source.replace(/^<([^]*)>$/, '$1')}`);
    }
    const signature = `link:${squeeze(this.#restore(node.url, afterLabel))}${titled(node.title)}`;
    const place = { kind: 'link', signature, children, start, from: start + 1, to: afterLabel - 1 } as const;
    this.#pair(place, ['['], this.#resource(node, afterLabel - 1, end));
  }

  /** `[text][label]`; the label is always written out, so that the link works whatever its text becomes. */
  #reference(node: PhrasingContent & { type: 'linkReference' }, start: number, end: number): void {
    const to = (spansOf(node).afterLabel ?? end) - 1;
    const signature = `reference:${node.identifier}`;
    if (isObjectName(node)) return this.#code('link', [this.#origin.slice(start, end)], signature);
    const place = { kind: 'link', signature, children: node.children, start, from: start + 1, to } as const;
    this.#pair(place, ['['], [`][${this.#label(node, start + 1, end)}]`]);
  }

  /** The label of a reference: its own if it has one, else its text. */
  #label(node: PhrasingContent & { type: 'linkReference' | 'imageReference' }, from: number, end: number): string {
    const { afterLabel } = spansOf(node);
    if (node.referenceType === 'shortcut') this.#origin.onShortcut?.(end);
    if (node.referenceType === 'full' && afterLabel !== undefined) return this.#origin.slice(afterLabel + 1, end - 1);
    return this.#origin.slice(from, (afterLabel ?? end) - 1);
  }

  /** `](url "title")`, the title as a text of its own. */
  #resource(node: PhrasingContent & { type: 'link' | 'image' }, from: number, end: number): Markup {
    const { title } = spansOf(node);
    const { slice } = this.#origin;
    if (title === undefined || (node.title ?? '') === '' || isOptions(node.title ?? '')) return [slice(from, end)];
    return [
      slice(from, title.start + 1),
      { text: squeezeText(this.#restore(node.title ?? '', title.start)), role: 'title' },
      slice(title.end - 1, end),
    ];
  }

  #html(start: number, end: number): void {
    const tag = readHtmlTag(this.#origin.slice(start, end));
    const code = { kind: 'html', markup: tag.markup, signature: tag.signature } as const;
    if (tag.type === 'open') this.#open(tag.name, code, end, tag.guarded);
    else if (tag.type === 'close') this.#close(tag.name, code, start);
    else this.tokens.push({ type: 'code', code });
  }

  #jsx(node: PhrasingContent & { type: 'mdxJsxTextElement' }, start: number, end: number): void {
    const { slice, text } = this.#origin;
    const texts = elementTexts(node, text.original);
    const signature = jsxSignature(node, texts);
    const [first, last] = [node.children[0], node.children.at(-1)];
    if (first === undefined || last === undefined) {
      return this.#code('jsx', jsxMarkup(node, end, slice, texts), signature);
    }
    if (isGuarded(node)) return this.#code('jsx', [slice(start, end)], `${signature} ${squeeze(slice(start, end))}`);
    const [from, to] = [edges(first)[0], edges(last)[1]];
    const place = { kind: 'jsx', signature, children: node.children, start, from, to } as const;
    this.#pair(place, jsxMarkup(node, from, slice, texts), [slice(to, end)]);
  }

  /** `:name[label]{attributes}`. */
  #directive(node: PhrasingContent & { type: 'textDirective' }, start: number, end: number): void {
    const source = this.#origin.slice(start, end);
    const attributes = JSON.stringify(Object.entries(node.attributes ?? {}));
    const signature = `directive:${node.name}${attributes}`;
    const [first, last] = [node.children[0], node.children.at(-1)];
    if (first !== undefined && last !== undefined) {
      const [from, to] = [edges(first)[0], edges(last)[1]];
      const place = { kind: 'directive', signature, children: node.children, start, from, to } as const;
      this.#pair(place, [this.#origin.slice(start, from)], [this.#origin.slice(to, end)]);
    } else this.#code('directive', [source], signature);
  }

  #code(kind: CodeKind, markup: Markup, signature: string): void {
    this.tokens.push({ type: 'code', code: { kind, markup, signature } });
  }

  #open(name: string, code: TokenCode, end: number, guarded = false): void {
    this.tokens.push({ type: 'open', name, code, end, guarded });
  }

  #close(name: string, code: TokenCode, start: number): void {
    this.tokens.push({ type: 'close', name, code, start });
  }

  #restore(text: string, start: number): string {
    return restoreMasks(text, this.#origin.text, start);
  }
}

/** What stands in a quote has the quote's sign at the beginning of its further lines. */
function squeeze(text: string): string {
  return text
    .replace(/[\n\r]+[ \t>]*|\s+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
