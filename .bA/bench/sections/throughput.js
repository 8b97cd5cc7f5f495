import { fileURLToPath } from 'node:url';
import { measure } from '../measure.js';
const ARTICLES = 2000;
const BARS = { identity: 12, pseudo: 20 };
const PROGRAM = fileURLToPath(new URL('../format-throughput.js', import.meta.url));
/** Parse, translate, render 2,000 articles: what the formats cost. */
export async function formats() {
    const figures = [];
    for (const [engine, most] of Object.entries(BARS)) {
        const run = await measure([process.execPath, PROGRAM, '--articles', String(ARTICLES), '--engine', engine]);
        const what = `formats, ${ARTICLES} articles with ${engine}`;
        figures.push({ figure: `${what}: CPU`, measured: run.cpuSeconds, unit: 's', most }, { figure: `${what}: peak memory`, measured: run.peakMegabytes ?? 0, unit: 'MB', most: 300 }, { figure: `${what}: exit code`, measured: run.code ?? -1, unit: '', most: 0 });
    }
    return figures;
}
/** The whole way of 2,000 articles into one language: read, cut, translate, judge, render, write. */
export async function throughput(workbench) {
    const figures = [];
    for (const engine of Object.keys(BARS)) {
        const project = workbench.untranslated({ articles: ARTICLES, namespaces: 0, keys: 0, languages: ['de'] }, engine);
        const run = await project.run('translate');
        if (run.code !== 0)
            throw new Error(`translating with ${engine} ended with ${run.code}: ${run.stderr}`);
        const what = `whole run, ${ARTICLES} articles with ${engine}`;
        figures.push({ figure: `${what}: CPU`, measured: run.cpuSeconds, unit: 's' }, { figure: `${what}: peak memory`, measured: run.peakMegabytes ?? 0, unit: 'MB' });
    }
    return figures;
}
