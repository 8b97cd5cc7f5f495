/** The formats that translators work in, by their extension: each writes what goes out and reads what comes back. */
import type { ExchangeDocument, ReturnedText } from './exchanged.ts';
import { poLanguage, readPo } from './po/read-po.ts';
import { countPo, writePo } from './po/write-po.ts';
import { readXliff } from './read-xliff.ts';
import { writeXliff12 } from './xliff12/write-xliff12.ts';
import { writeXliff2 } from './xliff2/write-xliff2.ts';

type Bytes = AsyncIterable<Uint8Array>;

export interface WriteOptions {
  /** As `--dialect` names it. */
  readonly dialect: string | undefined;
  /** Copy the source into targets that are empty. */
  readonly copySource: boolean;
}

export interface Count {
  readonly units: number;
  readonly sentences: number;
}

export interface TextFormat {
  readonly extensions: readonly string[];
  /** The first is the default. */
  readonly dialects: readonly string[];
  /** @returns undefined where there is nothing to write. */
  readonly write: (document: ExchangeDocument, options: WriteOptions) => string | undefined;
  /** How many units a tool will show, and in how many sentences it may cut them. */
  readonly count: (document: ExchangeDocument) => Count;
  /** The language that a file translates into, where it says so. @throws SourceError when it cannot be read. */
  readonly languageOf: (bytes: Bytes, name: string) => Promise<string | undefined>;
  /** @throws SourceError when it cannot be read. */
  readonly read: (bytes: Bytes, name: string, take: (text: ReturnedText) => void) => Promise<void>;
}

/** Ends the reading of a file whose rest is not wanted. */
class Enough extends Error {}

const xliff: TextFormat = {
  extensions: ['.xlf', '.xliff'],
  dialects: ['2.1', '1.2'],
  write: (document, { dialect, copySource }) =>
    dialect === '1.2' ? writeXliff12(document, copySource) : writeXliff2(document, copySource),
  count({ files }) {
    const texts = files.flatMap(({ units }) => units.flatMap((unit) => unit.texts));
    return { units: texts.length, sentences: texts.reduce((sum, { segments }) => sum + segments.length, 0) };
  },
  async languageOf(bytes, name) {
    let language: string | undefined;
    const taker = {
      languages: (_: string, target: string | undefined) => {
        language = target;
        throw new Enough();
      },
      text: () => undefined,
    };
    await readXliff(bytes, name, taker).catch((error: unknown) => {
      if (!(error instanceof Enough)) throw error;
    });
    return language;
  },
  read: (bytes, name, take) => readXliff(bytes, name, { languages: () => undefined, text: take }),
};

const po: TextFormat = {
  extensions: ['.po'],
  dialects: [],
  write: (document) => writePo(document),
  count(document) {
    const messages = countPo(document);
    return { units: messages, sentences: messages };
  },
  languageOf: poLanguage,
  read: readPo,
};

export const TEXT_FORMATS: readonly TextFormat[] = [xliff, po];

export function textFormatOf(extension: string): TextFormat | undefined {
  return TEXT_FORMATS.find(({ extensions }) => extensions.includes(extension));
}
