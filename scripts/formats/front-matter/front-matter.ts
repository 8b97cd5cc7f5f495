import matter from 'gray-matter';
import type { BundlePath, ParsedUnit } from '../../units/unit.ts';
import { SourceError } from '../../project/errors.ts';
import { DEFAULT_FIELDS, isField, isProse } from './field-patterns.ts';
import { findFences, type FencedBlock } from './fence.ts';
import { DataError, type FrontMatterData, type FrontMatterString } from './strings.ts';
import { readYaml } from './yaml-data.ts';

/** What stands before an article's body. A file without front matter has no units and an empty head. */
export interface FrontMatter {
  /** The file's own language (`lang`). */
  readonly language?: string;
  /** Fields to translate, of kind `field`. */
  readonly units: readonly ParsedUnit[];
  /** Where the body begins; before it stand the byte order mark and the front matter. */
  readonly bodyOffset: number;
  /** The data without the fields' texts. */
  outline(): string;
  /**
   * The head with other values, by index into `units`. It is read again: where the data would not come back as meant,
   * the field keeps its bytes and is refused.
   */
  fill(values: ReadonlyMap<number, string>): FilledHead;
}

export interface FilledHead {
  readonly text: string;
  readonly refused: readonly { readonly unit: number; readonly reason: string }[];
}

/**
 * Reads the front matter of a file: YAML between `---`, TOML between `+++`, JSON between `;;;` or after `---json`.
 * @param fields paths to translate, `seo.*` style; the defaults if left out
 * @throws SourceError with the line in the file, on broken data, a missing closing fence, or a language that is code
 */
export function readFrontMatter(text: string, options: { readonly fields?: readonly string[] } = {}): FrontMatter {
  const offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const block = findFences(text, offset);
  const data = block === undefined ? undefined : readBlock(text, block, offset);
  if (block === undefined || data === undefined) return new Head(text.slice(0, offset), 0, emptyData, []);
  return new Head(text.slice(0, block.bodyOffset), block.start, data, options.fields ?? DEFAULT_FIELDS);
}

const emptyData: FrontMatterData = { strings: [], shape: () => '', literals: () => [] };

/** gray-matter reads the block with our readers; its own engine for JavaScript is replaced by a refusal. */
function readBlock(
  text: string,
  block: FencedBlock & { readonly closed: boolean },
  offset: number,
): FrontMatterData | undefined {
  const data = text.slice(block.start, block.end);
  const keyFirst = /^[ \t]*["']?[\p{L}_][\p{L}\p{N}_.-]*["']?[ \t]*[:=]/u.test(data);
  if (!block.closed) {
    if (!keyFirst) return undefined;
    const remedy = `Close it with a line "${block.delimiters[1]}".`;
    throw new SourceError('The front matter is not closed.', { place: { line: 1 }, remedy });
  }
  let found: FrontMatterData | undefined;
  const keep = (read: (data: string) => FrontMatterData | undefined) => (raw: string) => {
    found = read(raw.replace(/^\r?\n/, ''));
    return {};
  };
  const refuse = (): never => {
    throw new DataError(`Front matter in "${block.language}" is code or unknown and is never run`, 1);
  };
  try {
    const { delimiters } = block;
    matter(text.slice(offset, block.bodyOffset), {
      delimiters,
      engines: { yaml: keep(readYaml), javascript: refuse, coffee: refuse },
    });
  } catch (error) {
    if (error instanceof DataError) {
      const line = text.slice(0, block.start).split('\n').length + error.line - 1;
      throw new SourceError(`${error.message}.`, { place: { line }, cause: error });
    }
    throw error;
  }
  return found;
}

class Head implements FrontMatter {
  readonly language?: string;
  readonly units: readonly ParsedUnit[];
  readonly bodyOffset: number;
  readonly #text: string;
  readonly #start: number;
  readonly #data: FrontMatterData;
  readonly #patterns: readonly string[];
  /** Indices of the fields among the data's strings. */
  readonly #fields: readonly number[];

  constructor(text: string, start: number, data: FrontMatterData, patterns: readonly string[]) {
    this.#text = text;
    this.#start = start;
    this.#data = data;
    this.#patterns = patterns;
    this.bodyOffset = text.length;
    const declared = new Map(data.strings.map(({ path, value }) => [path.join('.'), value]));
    const language = declared.get('lang');
    if (language !== undefined) this.language = language;
    this.#fields = [...data.strings.keys()].filter((index) => this.#isField(data.strings[index]));
    const names = new Set(data.strings.map(({ path }) => String(path[0])));
    this.units = this.#fields.flatMap((index) => {
      const string = data.strings[index];
      return string === undefined
        ? []
        : [this.#unit(string, names, declared.get(`l10n.lang.${string.path.join('.')}`))];
    });
  }

  #isField(string: FrontMatterString | undefined): boolean {
    return string !== undefined && isField(string.path, this.#patterns) && isProse(string.value);
  }

  #unit(
    { path, value, start }: FrontMatterString,
    names: ReadonlySet<string>,
    language: string | undefined,
  ): ParsedUnit {
    const line = this.#text.slice(0, this.#start + start).split('\n').length;
    const unit = { kind: 'field', path: freePath(path, names), value, syntax: 'plain', line } as const;
    return language === undefined ? unit : { ...unit, language };
  }

  outline(): string {
    return this.#data.shape(new Set(this.#fields));
  }

  fill(values: ReadonlyMap<number, string>): FilledHead {
    const refused: { unit: number; reason: string }[] = [];
    const changed = new Map<number, string>();
    for (const [index, unit] of this.units.entries()) {
      const value = values.get(index);
      if (value !== undefined && value !== unit.value) changed.set(index, value);
    }
    if (changed.size === 0) return { text: this.#text, refused };
    return { text: this.#patch(changed), refused };
  }

  #patch(changed: ReadonlyMap<number, string>): string {
    let result = '';
    let at = 0;
    for (const [index, value] of changed) {
      const string = this.#data.strings[this.#fields[index] ?? -1];
      if (string === undefined) continue;
      result += this.#text.slice(at, this.#start + string.start) + string.write(value, false);
      at = this.#start + string.end;
    }
    return result + this.#text.slice(at);
  }
}

/** A field named `body` would stand where the article's blocks do: it becomes `body-2`. */
function freePath(path: BundlePath, names: ReadonlySet<string>): BundlePath {
  if (path[0] !== 'body') return path;
  let number = 2;
  while (names.has(`body-${number}`)) number++;
  return [`body-${number}`, ...path.slice(1)];
}
