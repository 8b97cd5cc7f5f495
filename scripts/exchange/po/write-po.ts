import { po, type GetTextTranslation } from 'gettext-parser';
import type { ExchangeDocument, ExchangeFile, ExchangeUnit } from '../exchanged.ts';
import { pluralForms, type PluralForms } from './plural-forms.ts';

/** Before the fingerprints in a comment for translators: gettext has no place that every tool keeps but those. */
export const PRINT = 'glossa:';

/** Between file and key in `msgctxt`. */
export const BETWEEN = '|';

/**
 * Writes gettext's PO: a unit is a message, the forms of a plural one message; `msgctxt` is file and key. A text whose source has
 * changed is fuzzy and has its former source before it. No dates and no names: the same project gives the same bytes.
 * @returns undefined without units.
 */
export function writePo({ sourceLanguage, targetLanguage, files }: ExchangeDocument): string | undefined {
  if (files.length === 0) return undefined;
  const forms = pluralForms(targetLanguage);
  const messages = messagesOf(files, forms);
  const translations = Object.fromEntries(
    messages.map((message) => [message.msgctxt, { [message.msgid]: message }] as const),
  );
  const headers = {
    'Project-Id-Version': 'Glossa',
    Language: targetLanguage.replaceAll('-', '_'),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    ...(forms === undefined ? {} : { 'Plural-Forms': forms.header }),
    'X-Source-Language': sourceLanguage.replaceAll('-', '_'),
  };
  return po.compile({ charset: 'utf-8', headers, translations: { '': {}, ...translations } }).toString('utf8');
}

/** How many messages there are. */
export function countPo({ files, targetLanguage }: ExchangeDocument): number {
  return messagesOf(files, pluralForms(targetLanguage)).length;
}

type Message = GetTextTranslation & { readonly msgctxt: string };

function messagesOf(files: readonly ExchangeFile[], forms: PluralForms | undefined): Message[] {
  return files.flatMap(({ path, units }) => {
    const families = new Map<string, ExchangeUnit[]>();
    for (const unit of units) {
      const name = unit.plural?.base ?? unit.key;
      const id = `${unit.plural === undefined ? 'one' : 'all'} ${name}`;
      families.set(id, [...(families.get(id) ?? []), unit]);
    }
    return [...families.values()].flatMap((family) => {
      const [first] = family;
      const whole = first?.plural === undefined ? undefined : pluralMessage(path, family, forms);
      return whole === undefined ? family.map((unit) => message(path, unit)) : [whole];
    });
  });
}

function message(path: string, unit: ExchangeUnit): Message {
  return {
    msgctxt: `${path}${BETWEEN}${unit.key}`,
    msgid: unit.source,
    msgstr: [unit.target ?? ''],
    comments: comments(path, [unit], unit),
  };
}

/** @returns undefined where gettext's two source forms cannot say what the units say, or a form is missing. */
function pluralMessage(
  path: string,
  family: readonly ExchangeUnit[],
  forms: PluralForms | undefined,
): Message | undefined {
  if (forms === undefined || forms.categories.length !== family.length) return undefined;
  const ordered = forms.categories.flatMap((name) => family.find(({ plural }) => plural?.category === name) ?? []);
  const sourceOf = (name: string): ExchangeUnit | undefined =>
    ordered.find(({ plural }) => plural?.sourceCategory === name);
  const [one, other] = [sourceOf('one') ?? sourceOf('other'), sourceOf('other') ?? sourceOf('one')];
  const isPlain = ordered.every(({ plural }) => plural?.sourceCategory === 'one' || plural?.sourceCategory === 'other');
  if (one === undefined || other === undefined || !isPlain || ordered.length !== family.length) return undefined;
  return {
    msgctxt: `${path}${BETWEEN}${one.plural?.base ?? one.key}`,
    msgid: one.source,
    msgid_plural: other.source,
    msgstr: ordered.map(({ target }) => target ?? ''),
    comments: comments(path, ordered, ordered.find(({ previous }) => previous !== undefined) ?? one),
  };
}

function comments(
  path: string,
  units: readonly ExchangeUnit[],
  shown: ExchangeUnit,
): NonNullable<GetTextTranslation['comments']> {
  const own = units.flatMap(({ notes }) =>
    notes.filter(({ category }) => category !== 'context').map(({ text }) => text),
  );
  const suggestions = units.flatMap(({ suggestion }) =>
    suggestion === undefined ? [] : [`suggestion: ${suggestion}`],
  );
  const terms = shown.terms.map(({ source, accepted }) => `term: ${source} → ${accepted.join(', ') || '—'}`);
  const lines = [...own, ...suggestions, ...terms, `${PRINT} ${units.map(({ print }) => print).join(' ')}`];
  const isOpen = units.some(
    ({ previous, state, target }) => previous !== undefined || (state === 'initial' && target !== undefined),
  );
  return {
    extracted: lines.map((line) => line.replace(/\s*[\r\n]+\s*/g, ' ')).join('\n'),
    reference: `${path.replaceAll(/\s/g, '_')}:${shown.line}`,
    ...(isOpen ? { flag: 'fuzzy' } : {}),
    ...(shown.previous === undefined ? {} : { previous: previousLine(shown.previous) }),
  };
}

/** As `msgmerge --previous` writes it. */
function previousLine(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `msgid "${escaped}"`;
}
