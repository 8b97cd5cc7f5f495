import { isPluralElement, isPoundElement, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Markup, MarkupText } from '../../units/unit.ts';
import { isSelector, openingOf, textOf, writtenText, type Elements, type Selector } from './message.ts';

/** So many texts at most are made of one message; one with more keeps its parts where they are. */
const MOST_TEXTS = 60;

/** CLDR's plural categories, in CLDR's order. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** A message with plurals or choices, cut into what each branch says. */
export interface Branches {
  /** ICU's syntax, and the texts of the branches between. */
  readonly markup: Markup;
  /** What must be equal in source and target: the arguments, and whether each branch has them. */
  readonly signature: string;
}

interface Leaf {
  readonly text: string;
}

/**
 * Cuts a message into the texts of its branches. What stands around a plural or a choice goes into each of its branches, so
 * that every text is a whole sentence.
 * @param language has plural categories; if left out, the message's own are taken
 */
export function branchesOf(elements: Elements, message: string, language?: string): Branches {
  const hoisted = new Builder(message, language, true);
  const markup = hoisted.all(elements, undefined);
  if (hoisted.leaves.length <= MOST_TEXTS) return { markup, signature: signatureOf(elements, hoisted.leaves) };
  const inPlace = new Builder(message, language, false);
  return { markup: inPlace.all(elements, undefined), signature: signatureOf(elements, hoisted.leaves) };
}

class Builder {
  readonly leaves: Leaf[] = [];
  readonly #message: string;
  readonly #language: string | undefined;
  readonly #hoists: boolean;

  constructor(message: string, language: string | undefined, hoists: boolean) {
    this.#message = message;
    this.#language = language;
    this.#hoists = hoists;
  }

  /** @param plural the argument that `#` stands for here */
  all(elements: Elements, plural: string | undefined): Markup {
    const index = elements.findIndex(isSelector);
    const selector = elements[index];
    if (selector === undefined || !isSelector(selector)) return this.#leaf(elements, plural);
    const around = { before: elements.slice(0, index), after: elements.slice(index + 1) };
    if (this.#hoists && (hasWords(around.before) || hasWords(around.after)))
      return this.#selector(selector, plural, around);
    const before = around.before.length === 0 ? [] : this.#leaf(around.before, plural);
    const after = around.after.length === 0 ? [] : this.all(around.after, plural);
    return [...before, ...this.#selector(selector, plural, { before: [], after: [] }), ...after];
  }

  #selector(
    selector: Selector,
    plural: string | undefined,
    { before, after }: { readonly before: Elements; readonly after: Elements },
  ): Markup {
    // In a choice `#` is a sign as any other, also inside a plural.
    const inner = isPluralElement(selector) ? selector.value : undefined;
    const around = (some: Elements): Elements => (inner === plural ? some : some.map((one) => explicit(one, plural)));
    const pieces: Markup[number][] = [openingOf(selector)];
    for (const [key, content] of optionsOf(selector, this.#language)) {
      pieces.push(` ${key} {`, ...this.all([...around(before), ...content, ...around(after)], inner), '}');
    }
    return [...pieces, '}'];
  }

  #leaf(elements: Elements, plural: string | undefined): Markup {
    const text = elements.map((one) => explicitText(one, this.#message)).join('');
    this.leaves.push({ text });
    const inPlural = plural !== undefined;
    const [, lead = '', words = '', end = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
    if (!/\p{L}/u.test(words.replace(/\{\{[^]*?\}\}/g, ''))) return [writtenText(text, inPlural)];
    const own: MarkupText = { text: words, role: inPlural ? 'plural-message' : 'message' };
    return [lead, own, end].filter((piece) => piece !== '');
  }
}

/** An element of a number outside its own plural: `#` would stand for another number there. */
type Explicit = MessageFormatElement & { readonly argument?: string };

function explicit(element: MessageFormatElement, argument: string | undefined): MessageFormatElement {
  const made: Explicit = argument !== undefined && isPoundElement(element) ? { ...element, argument } : element;
  return made;
}

function explicitText(element: Explicit, message: string): string {
  return element.argument === undefined ? textOf([element], message) : `{{${element.argument}, number}}`;
}

function hasWords(elements: Elements): boolean {
  return elements.some(
    (element) => !('value' in element) || isSelector(element) || /[\p{L}\p{N}]/u.test(element.value),
  );
}

/** The options that a language needs, each with what it is made from. */
function optionsOf(selector: Selector, language: string | undefined): readonly (readonly [string, Elements])[] {
  const own = Object.entries(selector.options).map(([key, { value }]) => [key, value] as const);
  if (language === undefined || !isPluralElement(selector)) return own;
  const other = own.find(([key]) => key === 'other')?.[1] ?? [];
  const wanted = new Set<string>(
    new Intl.PluralRules(language, { type: selector.pluralType ?? 'cardinal' }).resolvedOptions().pluralCategories,
  );
  const exact = own.filter(([key]) => key.startsWith('='));
  const forms = CATEGORIES.filter((category) => wanted.has(category)).map(
    (category) => [category, own.find(([key]) => key === category)?.[1] ?? other] as const,
  );
  return [...exact, ...forms];
}

/** The selectors of a message, and the arguments and tags that each of its texts has: others come and go with the forms. */
function signatureOf(elements: Elements, leaves: readonly Leaf[]): string {
  const selectors = new Map<string, string>();
  const visit = (some: Elements): void => {
    for (const element of some) {
      if (!isSelector(element)) continue;
      const keys = isPluralElement(element) ? '' : Object.keys(element.options).sort().join(' ');
      selectors.set(element.value, `${openingOf(element)} ${keys}}`.replace(/ offset:\d+/, ''));
      for (const { value } of Object.values(element.options)) visit(value);
    }
  };
  visit(elements);
  const marks = leaves.map(({ text }) => new Set(marksOf(text).filter((mark) => !selectors.has(nameOf(mark)))));
  const all = [...new Set(marks.flatMap((found) => [...found]))].sort();
  const shown = all.filter((mark) => marks.every((found) => found.has(mark)));
  return [...[...selectors.values()].sort(), ...shown].join(' ');
}

function marksOf(text: string): string[] {
  const found = [...text.matchAll(/\{\{((?:(?!\}\})[^])+)\}\}/g)].map(
    ([, inside = '']) => `{${inside.replace(/\s+/g, ' ').trim()}}`,
  );
  const tags = [...text.matchAll(/<\/?[A-Za-z][^<>]*>/g)].map(([tag]) => tag.replace(/\s+/g, ' '));
  return [...found.filter((mark) => mark !== '{#}'), ...tags];
}

function nameOf(mark: string): string {
  return /^\{\s*([^\s,}]+)/.exec(mark)?.[1] ?? '';
}
