/** DeepL's API as its OpenAPI description has it: what is sent, and the shapes of what comes back. */
import { z } from 'zod/mini';
import { readAnswer, type JsonRequest } from '../remote/service.ts';
import type { Account } from './account.ts';
import type { Fields } from './options.ts';
import type { Dictionary } from './wanted-glossaries.ts';

const translationSchema = z.object({
  translations: z.array(z.object({ text: z.string(), billed_characters: z.optional(z.unknown()) })),
});
/** What no text can cost: so many characters a request do not fit into its bytes. */
const billedSchema = z.int().check(z.nonnegative(), z.maximum(1_000_000));
const usageSchema = z.object({ character_count: z.optional(z.number()), character_limit: z.optional(z.number()) });
const glossarySchema = z.object({
  glossary_id: z.string().check(z.regex(/^[\w-]+$/)),
  name: z.string(),
  creation_time: z._default(z.string(), ''),
  dictionaries: z.array(z.object({ source_lang: z.string(), target_lang: z.string(), entry_count: z.number() })),
});
const glossariesSchema = z.object({ glossaries: z.array(glossarySchema) });
const entriesSchema = z.object({ dictionaries: z.array(z.object({ entries: z.string() })) });

export type Glossary = z.infer<typeof glossarySchema>;

/** A request body as an HTML form has it. */
export function formBody(fields: Fields): string {
  const form = new URLSearchParams();
  for (const [name, value] of fields) form.append(name, value);
  return form.toString();
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };

/**
 * Translates texts. A text alone has an empty one beside it, which costs nothing and is answered empty: DeepL's OpenAPI
 * description wants a list of texts, and a form with one text holds no list.
 * @param fields all but the texts.
 * @returns the texts as they came, and what was billed; undefined where DeepL gives no figure that can be right.
 */
export function translateTexts(
  account: Account,
  fields: Fields,
  texts: readonly string[],
  signal: AbortSignal,
  sent: () => void,
): Promise<{ readonly texts: readonly string[]; readonly billed: number | undefined }> {
  const list = texts.length === 1 ? [...texts, ''] : texts;
  const body = formBody([...fields, ...list.map((text) => ['text', text] as const)]);
  return account.call(
    { path: '/v2/translate', method: 'POST', headers: FORM, body, sent },
    (json) => {
      const { translations } = readAnswer(translationSchema, json);
      const own = texts.length === 1 && translations.length === 2 ? translations.slice(0, 1) : translations;
      const figures = own.map((one) => billedSchema.safeParse(one.billed_characters).data);
      const whole = figures.filter((figure) => figure !== undefined);
      return {
        texts: own.map(({ text }) => text),
        billed: whole.length < figures.length ? undefined : whole.reduce((sum, figure) => sum + figure, 0),
      };
    },
    signal,
  );
}

/** Characters used and allowed in the billing period; undefined where the account has no limit. */
export function readUsage(account: Account, signal: AbortSignal) {
  return account.call(
    { path: '/v2/usage', once: true },
    (json) => {
      const { character_count: used, character_limit: limit } = readAnswer(usageSchema, json);
      return used === undefined || limit === undefined ? undefined : { used, limit };
    },
    signal,
  );
}

export function listGlossaries(account: Account, signal: AbortSignal): Promise<readonly Glossary[]> {
  return account.call({ path: '/v3/glossaries' }, (json) => readAnswer(glossariesSchema, json).glossaries, signal);
}

export function createGlossary(
  account: Account,
  name: string,
  dictionaries: readonly Dictionary[],
  signal: AbortSignal,
): Promise<Glossary> {
  return write(account, 'POST', '', { name, dictionaries: dictionaries.map(dictionaryBody) }, signal, (json) =>
    readAnswer(glossarySchema, json),
  );
}

export function renameGlossary(account: Account, id: string, name: string, signal: AbortSignal): Promise<void> {
  return write(account, 'PATCH', `/${id}`, { name }, signal, () => undefined);
}

export function replaceDictionary(
  account: Account,
  id: string,
  dictionary: Dictionary,
  signal: AbortSignal,
): Promise<void> {
  return write(account, 'PUT', `/${id}/dictionaries`, dictionaryBody(dictionary), signal, () => undefined);
}

export function deleteDictionary(
  account: Account,
  id: string,
  pair: { readonly source: string; readonly target: string },
  signal: AbortSignal,
): Promise<void> {
  const path = `/v3/glossaries/${id}/dictionaries?${pairQuery(pair)}`;
  return account.call({ path, method: 'DELETE' }, () => undefined, signal);
}

export function deleteGlossary(account: Account, id: string, signal: AbortSignal): Promise<void> {
  return account.call({ path: `/v3/glossaries/${id}`, method: 'DELETE' }, () => undefined, signal);
}

/** The entries of one dictionary. */
export function readEntries(
  account: Account,
  id: string,
  pair: { readonly source: string; readonly target: string },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const request: JsonRequest = { path: `/v3/glossaries/${id}/entries?${pairQuery(pair)}` };
  return account.call(
    request,
    (json) => {
      const lines = readAnswer(entriesSchema, json).dictionaries.flatMap(({ entries }) => entries.split('\n'));
      return new Map(
        lines.flatMap((line) => {
          const [from, to] = line.split('\t');
          return from === undefined || to === undefined ? [] : [[from, to] as const];
        }),
      );
    },
    signal,
  );
}

function pairQuery({ source, target }: { readonly source: string; readonly target: string }): string {
  return `source_lang=${encodeURIComponent(source)}&target_lang=${encodeURIComponent(target)}`;
}

function dictionaryBody({ source, target, entries }: Dictionary) {
  const lines = [...entries].map(([from, to]) => `${from}\t${to}`);
  return { source_lang: source, target_lang: target, entries: lines.join('\n'), entries_format: 'tsv' };
}

function write<Result>(
  account: Account,
  method: 'POST' | 'PATCH' | 'PUT',
  path: string,
  body: object,
  signal: AbortSignal,
  read: (json: unknown) => Result,
): Promise<Result> {
  const request = { path: `/v3/glossaries${path}`, method, headers: JSON_TYPE, body: JSON.stringify(body) };
  return account.call(request, read, signal);
}
