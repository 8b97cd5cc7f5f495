import { survey } from './content-survey.js';
import { readInline, tagSignature } from './inline-content.js';
import { jsxLanguage, jsxSignature, jsxTexts } from './jsx-tags.js';
import { LanguageScope } from './language-scope.js';
import { hasWords } from './html-words.js';
import { maskBody } from './mask-body.js';
import { MARK_FILLER, restoreMasks } from './masks.js';
import { spansOf } from './node-spans.js';
import { paragraphParts } from './paragraph-parts.js';
import { sharedContent } from './shared-content.js';
import { withoutAttributes } from './trailing-attributes.js';
import { readCollapsed, readValue } from './values.js';
/**
 * Reads the body of an article.
 * @throws what the grammar throws on broken MDX
 */
export function readBlocks(text, grammar, syntax) {
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
    units = [];
    outline = [];
    warnings = [];
    #text;
    #syntax;
    constructor(text, syntax) {
        this.#text = text;
        this.#syntax = syntax;
    }
    all(nodes, place) {
        const scope = new LanguageScope(place.language);
        for (const [index, node] of nodes.entries()) {
            if (node.type === 'html')
                scope.read(this.#source(node));
            if (node.type === 'code' && this.#isBehindMark(node, nodes[index - 1]))
                this.#warn(node, INDENTED);
            this.#block(node, { ...place, language: scope.language });
        }
    }
    /** MkDocs's admonitions and lists of definitions go on behind an empty line: CommonMark takes that for code. */
    #isBehindMark(code, before) {
        if (!this.#text.hasMarks || before?.type !== 'paragraph')
            return false;
        const { masked } = this.#text;
        const [start, end] = [before.position?.start.offset ?? 0, before.position?.end.offset ?? 0];
        return masked.slice(start, end).includes(MARK_FILLER) && !/^[`~]/.test(masked.slice(code.position?.start.offset));
    }
    #block(node, place) {
        switch (node.type) {
            case 'paragraph':
                return this.#inline('p', node.children, place);
            case 'heading':
                return this.#inline(`h${node.depth}`, node.children, place, place.kind === 'p' ? 'heading' : place.kind, this.#isAtx(node));
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
                return this.#protected('code', `${node.lang ?? ''} ${node.meta ?? ''} ${words(this.#restore(node.value, node))}`);
            case 'math':
                return this.#protected('math', words(this.#restore(node.value, node)));
            case 'html':
                return this.#html(node);
            case 'thematicBreak':
                return this.#protected('rule', '');
            default:
                return this.#protected(node.type, words(this.#source(node)));
        }
    }
    #container(name, nodes, place) {
        this.outline.push(`<${name}`);
        this.all(nodes, place);
        this.outline.push('>');
    }
    #protected(name, content) {
        this.outline.push(`${name} ${content}`);
    }
    #html(node) {
        const source = this.#source(node);
        if (hasWords(source))
            this.#warn(node, RAW_HTML);
        this.#protected('html', source.replace(/\s+/g, ' '));
    }
    #warn(node, message) {
        this.warnings.push({ offset: node?.position?.start.offset ?? 0, message });
    }
    #inline(name, nodes, place, kind = place.kind, line = false) {
        if (nodes.length === 0)
            return this.#protected(name, '');
        const parts = paragraphParts(nodes, this.#text, line);
        const shares = parts.length > 1;
        for (const part of parts) {
            if ('start' in part) {
                this.#protected(part.type, tagSignature(this.#text.original.slice(part.start, part.end)));
            }
            else if (part.type === 'title') {
                this.#prose('title', { ...part, shares }, place, kind, 'label');
            }
            else if (part.type === 'lost') {
                this.#warn(part.nodes[0], OVER_A_MARK);
                this.#protected(name, words(part.nodes.map((node) => this.#source(node)).join(' ')));
            }
            else {
                const own = kind === 'cell' ? part : withoutAttributes(part.nodes, this.#text, /^h\d$/.test(name));
                this.#prose(name, { ...own, shares }, place, kind, line ? 'line' : 'block');
            }
        }
    }
    #prose(name, { nodes, shares, attributes = '' }, place, kind, form) {
        const start = nodes[0]?.position?.start.offset;
        const end = nodes.at(-1)?.position?.end.offset;
        if (start === undefined || end === undefined)
            return this.#protected(name, '');
        const region = { start, end, quotes: place.quotes, cell: kind === 'cell' };
        const text = this.#text.original;
        const slice = (from, to) => readValue(text, { ...region, start: from, end: to });
        const shortcuts = [];
        const mdx = this.#syntax.name === 'mdx';
        const content = readInline(nodes, { text: this.#text, slice, mdx, onShortcut: (offset) => shortcuts.push(offset) });
        const found = survey(content);
        const more = attributes.replace(/\s+/g, ' ');
        if (!found.letters)
            return this.#protected(name, `${found.codes} ${words(slice(start, end))}${more}`);
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
    #value(content, region, shortcuts, found) {
        const value = readCollapsed(this.#text.original, region, shortcuts);
        const doubtful = found.brackets && value.includes('][');
        if (!doubtful || survey(this.#syntax.parse(value)).codes === found.codes)
            return value;
        return this.#syntax.print(content);
    }
    /** A component around blocks: its attribute texts are units of kind `html`, plain text. */
    #jsx(node, place) {
        this.outline.push(`<${jsxSignature(node)}`);
        const language = jsxLanguage(node) ?? place.language;
        for (const { start, end, value } of jsxTexts(node, this.#text.original)) {
            const region = { start, end, quotes: place.quotes, cell: false };
            this.#plain('html', value, region, 'attribute', language);
        }
        this.all(node.children, { ...place, language });
        this.outline.push('>');
    }
    #plain(kind, value, region, form, language) {
        const found = { codes: '', form: '', letters: true, brackets: false, addresses: false };
        const unit = {
            kind,
            syntax: 'plain',
            value: value.replace(/\s+/g, ' ').trim(),
            region,
            survey: found,
            form,
            entry: this.outline.length - 1,
        };
        this.units.push(language === undefined ? unit : { ...unit, language });
    }
    /** `[label]: url "title"`: the title is a unit of kind `note`, plain text. */
    #definition(node, place) {
        const { title } = spansOf(node);
        const value = node.title ?? '';
        const name = `definition ${node.identifier} ${this.#restore(node.url, node)}`;
        if (title === undefined || !/\p{L}/u.test(value))
            return this.#protected(name, words(value));
        this.outline.push(`${name} unit`);
        const region = { start: title.start, end: title.end, quotes: place.quotes, cell: false };
        this.#plain('note', this.#restore(value, node), region, 'title', place.language);
    }
    #directive({ name, attributes }) {
        return `directive ${name} ${JSON.stringify(attributes ?? {})}`;
    }
    #isAtx(node) {
        return this.#text.masked[node.position?.start.offset ?? 0] === '#';
    }
    #source(node) {
        return this.#text.original.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    }
    #restore(value, node) {
        return restoreMasks(value, this.#text, node.position?.start.offset ?? 0);
    }
}
function directivePlace({ attributes }, place) {
    const language = attributes?.['lang'] ?? '';
    return language === '' ? place : { ...place, language };
}
/** Letters and digits alone: a formatter may set code otherwise, with other quotes, spaces and semicolons. */
function words(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}
