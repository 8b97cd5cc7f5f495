/** The options of `engines.deepl` in l10n.config.json. Everything is optional. */
import { z } from 'zod';
import { ConfigurationError } from '../../project/errors.js';
/** What goes into a translation request; may also be set for one target language. */
const requestFields = {
    /** `more` and `less` are asked for as preferences, because languages without formality refuse them outright. */
    formality: z.enum(['default', 'more', 'less', 'prefer_more', 'prefer_less']).exactOptional(),
    modelType: z.enum(['quality_optimized', 'prefer_quality_optimized', 'latency_optimized']).exactOptional(),
    preserveFormatting: z.boolean().exactOptional(),
    tagHandlingVersion: z.enum(['v1', 'v2']).exactOptional(),
    styleRule: z.string().exactOptional(),
    translationMemory: z.string().exactOptional(),
    translationMemoryThreshold: z.number().int().min(0).max(100).exactOptional(),
    customInstructions: z.array(z.string().max(300)).max(10).exactOptional(),
    extraRequestParameters: z.record(z.string(), z.string()).exactOptional(),
};
const requestSchema = z.strictObject(requestFields);
const optionsSchema = z.strictObject({
    ...requestFields,
    /** The same fields for single target languages, by BCP 47 tag. */
    languages: z.record(z.string(), requestSchema).default({}),
    /** Seconds until a request without an answer counts as lost. Long, because a request given up is billed all the same. */
    timeout: z.number().positive().default(60),
    /** Seconds without any answer after which the engine gives up. */
    patience: z.number().nonnegative().default(120),
    /** Seconds of the first wait after a refusal, and of the longest. */
    firstWait: z.number().positive().default(0.25),
    longestWait: z.number().positive().default(3),
});
/** @throws ConfigurationError naming the field. */
export function readOptions(value) {
    const parsed = optionsSchema.safeParse(value ?? {});
    if (parsed.success)
        return parsed.data;
    throw new ConfigurationError(`engines.deepl: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}`, {
        place: { file: 'l10n.config.json' },
    });
}
/** The options of a request into one target language. */
export function requestOptions(options, target) {
    const { languages, timeout: _t, patience: _p, firstWait: _f, longestWait: _l, ...common } = options;
    const merged = { ...common, ...languages[target] };
    const { formality } = merged;
    return {
        modelType: 'prefer_quality_optimized',
        ...merged,
        ...(formality === 'more' || formality === 'less' ? { formality: `prefer_${formality}` } : {}),
    };
}
