/** The options of `engines.deepl` in l10n.config.json. Everything is optional. */
import { z } from 'zod/mini';
import { ConfigurationError } from '../../project/errors.ts';
import { targetCode } from './languages.ts';
import { readEngineOptions } from '../read-options.ts';
import { timesSchema } from '../remote/service.ts';

const uuid = z.string().check(z.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, 'a UUID, as DeepL shows it'));

/** What goes into a translation request; may also be set for one target language. */
/** Names and values of a form, in their order. */
export type Fields = readonly (readonly [string, string])[];

const OURS = [
  'text source_lang target_lang context show_billed_characters glossary_id',
  'tag_handling tag_handling_version outline_detection split_sentences splitting_tags non_splitting_tags ignore_tags',
  'formality model_type preserve_formatting style_id translation_memory_id translation_memory_threshold custom_instructions',
].flatMap((line) => line.split(' '));

const requestFields = {
  /** `more` and `less` are asked for as preferences, because languages without formality refuse them outright. */
  formality: z.optional(z.enum(['default', 'more', 'less', 'prefer_more', 'prefer_less'])),
  modelType: z.optional(z.enum(['quality_optimized', 'prefer_quality_optimized', 'latency_optimized'])),
  preserveFormatting: z.optional(z.boolean()),
  tagHandlingVersion: z.optional(z.enum(['v1', 'v2'])),
  /** Id of a style rule list; its language must be the target's. */
  styleRule: z.optional(z.string().check(z.regex(/^[\w-]+$/, 'the id of a style rule list'))),
  /** Id of a translation memory on the account, and the least match in percent that is used. */
  translationMemory: z.optional(uuid),
  translationMemoryThreshold: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
  customInstructions: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(300))).check(z.maxLength(10))),
  /** Fields of the API that have no option here, and that no request of ours has. */
  extraRequestParameters: z.optional(
    z.record(
      z.string().check(z.refine((name) => !OURS.includes(name), 'this field is set by Glossa, or has an option')),
      z.string(),
    ),
  ),
};
const requestSchema = z.strictObject(requestFields);

const optionsSchema = z.strictObject({
  ...requestFields,
  /** The same fields for single target languages, by BCP 47 tag. */
  languages: z._default(z.record(z.string(), requestSchema), {}),
  // The timeout is long, because a request given up is billed all the same.
  ...timesSchema({ timeout: 60, patience: 120, firstWait: 0.25, longestWait: 3 }),
});

export type RequestOptions = z.infer<typeof requestSchema>;
export type DeeplOptions = z.infer<typeof optionsSchema>;

/** Target languages with style rules and custom instructions (DeepL's API reference, "Translate text"). */
const STYLED = ['de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'zh'];

/** @throws ConfigurationError naming the field, also for options that DeepL refuses together. */
export function readOptions(value: unknown): DeeplOptions {
  const options = readEngineOptions('deepl', optionsSchema, value);
  const { languages, ...common } = options;
  for (const language of Object.keys(languages)) {
    if (!isTarget(language)) throw wrong(`engines.deepl.languages: DeepL does not translate into "${language}"`);
  }
  for (const [language, own] of [['', {}] as const, ...Object.entries(languages)]) {
    const field = language === '' ? 'engines.deepl' : `engines.deepl.languages.${language}`;
    const { customInstructions, modelType, translationMemory, translationMemoryThreshold, styleRule } = {
      ...common,
      ...own,
    };
    if (customInstructions !== undefined && modelType === 'latency_optimized')
      throw wrong(`${field}: customInstructions do not go with modelType latency_optimized`);
    if (translationMemoryThreshold !== undefined && translationMemory === undefined)
      throw wrong(`${field}: translationMemoryThreshold needs a translationMemory`);
    const isStyled = language === '' || isStyledLanguage(language);
    if (!isStyled && (('customInstructions' in own && customInstructions) || ('styleRule' in own && styleRule)))
      throw wrong(`${field}: DeepL has style rules and custom instructions for ${STYLED.join(', ')} only`);
  }
  return options;
}

function wrong(message: string): ConfigurationError {
  return new ConfigurationError(`${message}.`, { place: { file: 'l10n.config.json' } });
}

function isTarget(tag: string): boolean {
  try {
    return targetCode(tag) !== undefined;
  } catch {
    return false;
  }
}

function isStyledLanguage(tag: string): boolean {
  return STYLED.includes(tag.toLowerCase().split('-', 1)[0] ?? '');
}

/** The fields of a request into one target language. What a language has not, it is not asked for. */
export function requestFieldsFor(options: DeeplOptions, target: string): Fields {
  const own = options.languages[target];
  const all: RequestOptions = { ...options, ...own };
  const isStyled = isStyledLanguage(target);
  const { formality } = all;
  const asked = formality === 'more' || formality === 'less' ? `prefer_${formality}` : formality;
  const instructions = isStyled ? (all.customInstructions ?? []) : [];
  const optional: readonly (readonly [string, string | undefined])[] = [
    ['formality', asked],
    // Custom instructions are served by the quality models alone.
    ['model_type', all.modelType ?? 'prefer_quality_optimized'],
    ['preserve_formatting', all.preserveFormatting === undefined ? undefined : String(Number(all.preserveFormatting))],
    ['style_id', isStyled ? all.styleRule : undefined],
    ['translation_memory_id', all.translationMemory],
    ['translation_memory_threshold', all.translationMemoryThreshold?.toString()],
    ...instructions.map((instruction) => ['custom_instructions', instruction] as const),
    ...Object.entries(all.extraRequestParameters ?? {}),
  ];
  return optional.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
