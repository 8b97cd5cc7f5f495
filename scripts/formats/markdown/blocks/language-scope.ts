import { readHtmlTag } from '../inline/html-tags.ts';

const TAGS = /<!--[^]*?-->|<\/?[A-Za-z][^<>]*>/g;

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
