import type { CodeKind, Inline, Markup } from '../../units/unit.ts';

/** What some inline content holds, apart from its words. */
export interface Survey {
  /** Signatures of the codes that must be there: links, code, images, placeholders, tags; sorted, as words move. */
  readonly codes: string;
  /** Emphasis, strong and struck text: form that a person may set otherwise, but that must not get lost by accident. */
  readonly form: string;
  /** Whether there is anything to translate: a letter of any script outside codes. */
  readonly letters: boolean;
}

const FORM: ReadonlySet<CodeKind> = new Set<CodeKind>(['emphasis', 'strong', 'delete', 'break']);
const LETTER = /\p{L}/u;

/** Surveys inline content. Hard breaks are layout here: a table cell or a heading cannot hold one. */
export function survey(content: readonly Inline[]): Survey {
  const codes: string[] = [];
  const form: string[] = [];
  const letters = collect(content, codes, form);
  return { codes: codes.sort().join('\u0001'), form: form.sort().join(' '), letters };
}

function collect(content: readonly Inline[], codes: string[], form: string[]): boolean {
  let letters = false;
  for (const item of content) {
    if (item.type === 'text') {
      letters ||= LETTER.test(item.text);
      continue;
    }
    if (!FORM.has(item.kind)) codes.push(item.signature);
    else if (item.kind !== 'break') form.push(item.kind);
    if (item.type === 'code') letters = hasText(item.markup) || letters;
    else
      letters =
        [hasText(item.open), collect(item.children, codes, form), hasText(item.close)].includes(true) || letters;
  }
  return letters;
}

function hasText(markup: Markup): boolean {
  return markup.some((piece) => typeof piece !== 'string' && LETTER.test(piece.text));
}
