/**
 * Reads generated articles and writes them again, translated by an engine that only changes letters: what the formats
 * cost, without plan, records and files. Ends with 1 when an article does not come back as it must.
 *
 *   node .build/bench/format-throughput.js [--articles 2000] [--engine identity|pseudo]
 *
 * Prints one line of JSON; CPU and memory are for the caller to measure.
 */
import { parseArgs } from 'node:util';
import { echo } from '../engines/echo.js';
import { pseudo } from '../engines/pseudo.js';
import { markdown } from '../formats/markdown.js';
import { loadSyntax } from '../formats/syntaxes.js';
import { generateArticle } from './article-generator.js';
import { createProse } from './prose.js';
import { seededRandom } from './segment-generator.js';
const { values } = parseArgs({
    options: { articles: { type: 'string', default: '2000' }, engine: { type: 'string', default: 'identity' } },
});
const isIdentity = values.engine === 'identity';
const environment = { variables: {}, sharedCache: '', root: '', options: undefined, note: () => undefined };
const session = isIdentity
    ? echo((content) => content)
    : await pseudo.open(environment, { glossaries: [], concurrency: 1 });
const signal = new AbortController().signal;
const prose = createProse(seededRandom(1));
const report = { articles: Number(values.articles), units: 0, refused: 0, different: 0 };
for (let number = 0; number < report.articles; number++) {
    const text = generateArticle(prose, number);
    const parsed = markdown.parse(text, { sourceLanguage: 'en' });
    const syntaxes = await Promise.all(parsed.units.map((unit) => loadSyntax(unit.syntax)));
    // As a run has them: what the format has read already is not read again.
    const contents = parsed.units.map(({ value, content }, index) => content ?? syntaxes[index]?.parse(value) ?? []);
    const units = contents.map((content) => ({ article: String(number), segments: [content] }));
    const filled = new Map();
    await session.translate({ source: 'en', target: 'de', units }, (index, answer) => {
        if (answer.ok)
            filled.set(index, syntaxes[index]?.print(answer.segments[0] ?? []) ?? '');
    }, signal);
    const result = parsed.fill(filled);
    report.units += parsed.units.length;
    report.refused += result.refused.length;
    if (isIdentity && result.text !== text)
        report.different++;
}
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.different + report.refused > 0 ? 1 : 0;
