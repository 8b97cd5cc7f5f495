/** Translations as a project has them that people have translated: all words are others, all markup is where it was. */
import { inScript } from './deepl-stub/translate.ts';

/** What no translator changes: code, targets of links, tags, placeholders, names of footnotes. */
const CODES =
  /(`[^`]*`|\]\([^\s)]*|\]\[[^\]]*\]|\[\^[^\]]*\]|<[^>]*>|\{\{[^}]*\}\}|\$t\([^)]*\)|\{[^}]*\}|%s|https?:\S+)/;

function translatedText(text: string, language: string): string {
  const parts = text.split(CODES);
  return parts.map((part, index) => (index % 2 === 0 ? inScript(part, language) : part)).join('');
}

/** A source bundle in another language, with the plural forms that it has. */
export function translatedStrings(source: string, language: string): string {
  const forms = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  const read: unknown = JSON.parse(source);
  return `${JSON.stringify(translatedGroup(read, language, forms), null, 2)}\n`;
}

function translatedGroup(value: unknown, language: string, forms: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return translatedText(value, language);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([key, own]): [string, unknown][] => {
    const translated = translatedGroup(own, language, forms);
    const [, stem = key, form = 'other'] = /^(.*)_(one|other)$/.exec(key) ?? [];
    if (!forms.has(form)) return [];
    return stem !== key && form === 'other' && forms.has('many')
      ? [
          [`${stem}_many`, translated],
          [key, translated],
        ]
      : [[key, translated]];
  });
  return Object.fromEntries(members);
}

/** A generated article in another language: of its front matter the title and the description. */
export function translatedArticle(source: string, language: string): string {
  let isHead = false;
  let isCode = false;
  const lines = source.split('\n').map((line, index) => {
    if (line === '---') isHead = index === 0;
    if (isHead) return line.replace(/(?<=^(?:title|description): ).*/, (words) => translatedText(words, language));
    const isFence = /^(?:```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    return isCode || isFence || line.startsWith('    ') ? line : translatedText(line, language);
  });
  return lines.join('\n');
}
