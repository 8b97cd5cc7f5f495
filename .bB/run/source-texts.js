import { GlossaError } from '../project/errors.js';
import { readSource } from './read-source.js';
import { findSources } from './sources.js';
import { parseValue } from './values.js';
export async function sourceTexts(project) {
    const { root, configuration } = project;
    const { files, errors: found } = await findSources(root);
    const texts = [];
    const errors = [...found];
    for (const file of files) {
        try {
            const { units } = await readSource(root, file, file.namespace, configuration, () => new Map(), []);
            for (const { key, line, language, syntax, value } of units) {
                texts.push({ place: { file: file.path, line, key }, language, content: parseValue(syntax, value) });
            }
        }
        catch (error) {
            if (!(error instanceof GlossaError))
                throw error;
            errors.push(error);
        }
    }
    return { texts, errors };
}
