import { findTerms } from '../../terminology/find.js';
import { loadTermbase } from '../../terminology/termbase.js';
import { createProse } from '../prose.js';
import { seededRandom } from '../segment-generator.js';
const ROWS = 20_000;
const CONCEPTS = 2_000;
const CHARACTERS = 1_000_000;
const PARAGRAPH = 6;
const ROUNDS = 5;
/** The termbase: how long a large one takes to load, and how fast a text is searched for its terms. */
export async function terms() {
    const prose = createProse(seededRandom(11));
    const project = { sourceLanguage: 'en', targetLanguages: ['es'] };
    const large = csv(ROWS / 2, () => prose.thing());
    const load = median(() => void loadTermbase([{ path: 'glossary/large.csv', text: large }], project));
    const { termbase } = loadTermbase([{ path: 'glossary/terms.csv', text: csv(CONCEPTS, () => prose.thing()) }], project);
    const texts = [];
    for (let length = 0; length < CHARACTERS; length += texts.at(-1)?.length ?? 0)
        texts.push(prose.paragraph(PARAGRAPH));
    let hits = 0;
    const search = median(() => {
        hits = 0;
        for (const text of texts)
            hits += findTerms([{ type: 'text', text }], termbase, 'en').hits.length;
    });
    return [
        { figure: 'termbase of 20,000 rows: loaded in', measured: load, unit: 'ms', most: 300 },
        { figure: '2,000 concepts in 1 MB of text: found in', measured: search, unit: 'ms', most: 200 },
        { figure: '2,000 concepts in 1 MB of text: hits', measured: hits, unit: '', least: 1 },
    ];
}
/** Two rows a concept; most forms end in a number of their own, the rest are words of the text. */
function csv(concepts, form) {
    const rows = Array.from({ length: concepts }, (_, index) => {
        const term = `${form()}${index % 7 === 0 ? '' : ` type ${index}`}`;
        return `c${index},en,${term},${term}s\nc${index},es,término ${index},términos ${index}`;
    });
    return ['concept,language,term,plural', ...rows, ''].join('\n');
}
function median(work) {
    const times = Array.from({ length: ROUNDS }, () => {
        const begun = performance.now();
        work();
        return performance.now() - begun;
    });
    return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
