/**
 * The project that the figures of Glossa's speed are measured on: articles of about 5,200 characters with front matter,
 * lists, quotes, code, tables, HTML, footnotes and links, and i18next bundles. The same bytes on every machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateArticle } from './article-generator.js';
import { createProse } from './prose.js';
import { seededRandom } from './segment-generator.js';
import { generateStrings } from './strings-generator.js';
/** The project of the published figures. */
export const FULL_SIZE = {
    articles: 200,
    namespaces: 5,
    keys: 1000,
    languages: ['it', 'de', 'fr', 'es', 'ja'],
};
/**
 * The files of a project by path.
 * @param engine as the configuration names it.
 */
export function generateProject(size, engine, seed = 1) {
    const files = new Map();
    const configuration = { sourceLanguage: 'en', targetLanguages: size.languages, engine };
    files.set('l10n.config.json', `${JSON.stringify(configuration, null, 2)}\n`);
    const prose = createProse(seededRandom(seed));
    for (let number = 0; number < size.articles; number++)
        files.set(articlePath(number), generateArticle(prose, number));
    const earlier = [];
    for (let number = 0; number < size.namespaces; number++)
        files.set(stringsPath(number), generateStrings(prose, size.keys, earlier));
    return files;
}
export function articlePath(number) {
    return `source/articles/article-${String(number).padStart(4, '0')}.md`;
}
export function stringsPath(number) {
    return `source/strings-${number + 1}.json`;
}
/** Writes files below a folder, which may be absent. */
export function writeProject(folder, files) {
    for (const [file, text] of files) {
        const path = join(folder, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
    }
}
