import { readHtmlTag } from '../inline/html-tags.ts';

const TAGS = /<!--[^]*?-->|<\/?[A-Za-z][^<>]*>/g;

/** The language that the attributes of a directive declare. */
export function languageIn(mark: string): string | undefined {
  return /\{[^{}]*(?<![\w-])lang="?([A-Za-z][\w-]*)/.exec(mark)?.[1];
}

/** The language that HTML blocks around Markdown blocks declare: `<div lang="it">` … `</div>`. */
export class LanguageScope {
  readonly #outer: string | undefined;
  readonly #open: { readonly name: string; readonly language: string | undefined }[] = [];

  constructor(outer: string | undefined) {
    this.#outer = outer;
  }

  get language(): string | undefined {
    return this.#open.at(-1)?.language ?? this.#outer;
  }

  /** Takes a mark into account: a container that begins or ends. */
  readMark(source: string): void {
    if (!source.startsWith(':::')) return;
    if (/[^:]/.test(source)) {
      this.#open.push({ name: ':', language: languageIn(source) ?? this.language });
    } else {
      const index = this.#open.findLastIndex(({ name }) => name === ':');
      if (index >= 0) this.#open.length = index;
    }
  }

  /** Takes an HTML block into account: what it opens and closes. */
  read(html: string): void {
    for (const [source] of html.matchAll(TAGS)) {
      const tag = source.startsWith('<!') ? undefined : readHtmlTag(source);
      if (tag?.type === 'open') {
        this.#open.push({ name: tag.name, language: tag.language ?? this.language });
      } else if (tag?.type === 'close') {
        const index = this.#open.findLastIndex(({ name }) => name === tag.name);
        if (index >= 0) this.#open.length = index;
      }
    }
  }
}
