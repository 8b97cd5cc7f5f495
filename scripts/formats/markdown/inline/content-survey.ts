import type { CodeKind, Inline, Markup } from '../../../units/unit.ts';

/** What some inline content holds, apart from its words. */
export interface Survey {
  /** Signatures of the codes that must be there: links, code, images, placeholders, tags; sorted, as words move. */
  readonly codes: string;
  /** Emphasis, strong and struck text: form that a person may set otherwise, but that must not get lost by accident. */
  readonly form: string;
  /** Whether there is anything to translate: a letter of any script outside codes. */
  readonly letters: boolean;
  /** Whether text has a bracket, which may be a link in one file and none in another. */
  readonly brackets: boolean;
  /** Whether text has a page address, which is a code in a file whose other texts bring that part of the grammar in. */
  readonly addresses: boolean;
}

const FORM: ReadonlySet<CodeKind> = new Set<CodeKind>(['emphasis', 'strong', 'delete', 'break']);
const LETTER = /\p{L}/u;

/** Surveys inline content. Hard breaks are layout here: a table cell or a heading cannot hold one. */
export function survey(content: readonly Inline[]): Survey {
  const surveyor = new Surveyor();
  surveyor.all(content);
  const { codes, form, letters, brackets, addresses } = surveyor;
  return { codes: codes.sort().join('\u0001'), form: form.sort().join(' '), letters, brackets, addresses };
}

class Surveyor {
  readonly codes: string[] = [];
  readonly form: string[] = [];
  letters = false;
  brackets = false;
  addresses = false;

  all(content: readonly Inline[]): void {
    for (const item of content) {
      if (item.type === 'text') {
        this.#text(item.text);
        continue;
      }
      if (!FORM.has(item.kind)) this.codes.push(item.signature);
      else if (item.kind !== 'break') this.form.push(item.kind);
      if (item.type === 'code') {
        this.#markup(item.markup);
      } else {
        this.#markup(item.open);
        this.all(item.children);
        this.#markup(item.close);
      }
    }
  }

  #text(text: string): void {
    this.letters ||= LETTER.test(text);
    this.brackets ||= /[[\]]/.test(text);
    this.addresses ||= /https?:/i.test(text);
  }

  #markup(markup: Markup): void {
    for (const piece of markup) if (typeof piece !== 'string') this.letters ||= LETTER.test(piece.text);
  }
}
