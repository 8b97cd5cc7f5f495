/** BCP 47 tags as DeepL's codes. Source of the lists: the types of DeepL's own client, 1.28, and its glossary documentation. */

/** Languages that DeepL translates from and into under their plain code. */
const PLAIN: readonly string[] = [
  'ace af an ar as ay az ba be bg bho bn br bs ca ceb ckb cs cy da de el eo es et eu fa fi fr ga gl gn',
  'gom gu ha he hi hr ht hu hy id ig is it ja jv ka kk kmr ko ky la lb lmo ln lt lv mai mg mi mk ml mn',
  'mr ms mt my nb ne nl oc om pa pag pam pl prs ps qu ro ru sa scn sk sl sq sr st su sv sw ta te tg th',
  'tk tl tn tr ts tt uk ur uz vi wo xh yi yue zu',
].flatMap((line) => line.split(' '));

const SOURCES: readonly string[] = [...PLAIN, 'en', 'pt', 'zh'];
const TARGETS: readonly string[] = [...PLAIN, 'en-GB', 'en-US', 'es-419', 'pt-BR', 'pt-PT', 'zh-HANS', 'zh-HANT'];

/** Base languages that glossaries can be made for, on either side. */
const GLOSSARY_LANGUAGES: ReadonlySet<string> = new Set(
  'ar bg cs da de el en es et fi fr he hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv tr uk vi zh'.split(' '),
);

/** Regions whose English is written as in the United States. */
const AMERICAN_ENGLISH: ReadonlySet<string> = new Set(['US', 'CA', 'PH', 'PR', 'LR']);

/** Regions under es-419 in CLDR's territory containment. */
const LATIN_AMERICA: ReadonlySet<string> = new Set(
  '419 AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE'.split(' '),
);

/**
 * DeepL's code for a source language: never regional.
 * @returns undefined where DeepL does not translate from the language.
 */
export function sourceCode(tag: string): string | undefined {
  const base = baseCode(tag);
  return SOURCES.find((code) => code === base);
}

/**
 * DeepL's code for a target language. English, Portuguese and Chinese must be variants: a bare tag becomes what CLDR's
 * likely subtags say (`en` en-US, `pt` pt-BR, `zh` zh-HANS).
 * @returns undefined where DeepL does not translate into the language.
 */
export function targetCode(tag: string): string | undefined {
  const wanted = variantCode(tag);
  return TARGETS.find((code) => code === wanted);
}

/** The base codes of a pair that DeepL can hold a glossary for, or undefined. */
export function glossaryPair(source: string, target: string): { source: string; target: string } | undefined {
  const pair = { source: baseCode(source), target: baseCode(target) };
  const can = GLOSSARY_LANGUAGES.has(pair.source) && GLOSSARY_LANGUAGES.has(pair.target);
  return can && pair.source !== pair.target ? pair : undefined;
}

function baseCode(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return language === 'no' ? 'nb' : language === 'fil' ? 'tl' : language;
}

function variantCode(tag: string): string {
  const { region = '', script = '' } = new Intl.Locale(tag).maximize();
  const base = baseCode(tag);
  if (base === 'en') return AMERICAN_ENGLISH.has(region) ? 'en-US' : 'en-GB';
  if (base === 'pt') return region === 'BR' ? 'pt-BR' : 'pt-PT';
  if (base === 'zh') return script === 'Hant' ? 'zh-HANT' : 'zh-HANS';
  if (base === 'es') return LATIN_AMERICA.has(region) ? 'es-419' : 'es';
  return base;
}
