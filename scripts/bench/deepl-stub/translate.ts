/** What the stub makes of a text: every vowel gets an accent, tags and ignored elements stay, glossary entries count. */

export interface StubTranslation {
  readonly text: string;
  /** Characters outside tags, as DeepL bills them. */
  readonly characters: number;
}

export interface StubSettings {
  /** Names of elements whose content stays. */
  readonly ignored: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, string>;
  readonly transform: (words: string) => string;
}

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** Puts an accent on each vowel: shows what was translated, keeps everything else. */
export function accent(words: string): string {
  return words.replace(/[aeiou]/gi, (vowel) => ACCENTS[vowel] ?? vowel);
}

/**
 * In the script of the target language: Japanese in Latin letters is none, and a project would have a finding for each of
 * its units.
 */
export function inScript(words: string, target: string): string {
  if (!/^ja\b/i.test(target)) return accent(words);
  return words
    .replace(/[a-z]/gi, (letter) =>
      String.fromCharCode(FIRST_KANA + 2 * (letter.toLowerCase().charCodeAt(0) - FIRST_LETTER)),
    )
    .replace(/[.,?!](?=\s|$)/g, (mark) => MARKS[mark] ?? mark);
}

const FIRST_LETTER = 97;
const FIRST_KANA = 0x30a2;
const MARKS: Readonly<Record<string, string>> = { '.': '。', ',': '、', '?': '？', '!': '！' };

/** Translates text without any markup. */
export function translatePlain(text: string, settings: StubSettings): StubTranslation {
  return { text: withTerms(text, settings), characters: [...text].length };
}

/** Translates the text between tags. */
export function translateXml(xml: string, settings: StubSettings): StubTranslation {
  let ignoring: string | undefined;
  let characters = 0;
  const text = xml.replace(/<[^>]*>|[^<]+/g, (piece) => {
    const tag = /^<(\/?)([\w.-]+)[^>]*?(\/?)>$/.exec(piece);
    if (tag !== null) {
      const [, closing = '', name = '', empty = ''] = tag;
      if (settings.ignored.has(name) && empty === '') ignoring = closing === '' ? name : undefined;
      return piece;
    }
    const words = unescape(piece);
    characters += [...words].length;
    return escape(ignoring === undefined ? withTerms(words, settings) : words);
  });
  return { text, characters };
}

function withTerms(words: string, { entries, transform }: StubSettings): string {
  if (entries.size === 0) return transform(words);
  const forms = [...entries.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return words
    .split(pattern)
    .map((part, index) => (index % 2 === 0 ? transform(part) : termFor(part, entries)))
    .join('');
}

function termFor(form: string, entries: ReadonlyMap<string, string>): string {
  const exact =
    entries.get(form) ?? [...entries].find(([source]) => source.toLowerCase() === form.toLowerCase())?.[1] ?? form;
  const first = form.slice(0, 1);
  return first !== first.toLowerCase() ? exact.slice(0, 1).toUpperCase() + exact.slice(1) : exact;
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
