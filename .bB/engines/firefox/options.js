/** The options of `engines.firefox` in l10n.config.json. Everything is optional. */
import { z } from 'zod/mini';
import { ConfigurationError } from '../../project/errors.js';
import { mirrorAt } from './mirror.js';
const optionsSchema = z.strictObject({
    /** Address of a mirror of the models; the environment's `FIREFOX_MODELS_URL` goes before it. */
    models: z.optional(z.url({ protocol: /^https?$/ })),
    /** Sentences translated at once, each on a thread with models of its own (about 100 MB each). */
    workers: z.optional(z.int().check(z.minimum(1), z.maximum(16))),
});
/** @throws ConfigurationError naming the field. */
export function readOptions({ options, variables }) {
    const parsed = optionsSchema.safeParse(options ?? {});
    if (!parsed.success) {
        throw new ConfigurationError(`engines.firefox: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}`, {
            place: { file: 'l10n.config.json' },
        });
    }
    return { mirror: mirrorAt(variables['FIREFOX_MODELS_URL'] ?? parsed.data.models), workers: parsed.data.workers };
}
