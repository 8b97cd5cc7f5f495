import { writeProject } from '../project-generator.js';
import { createProse } from '../prose.js';
import { seededRandom } from '../segment-generator.js';
const SENTENCES = 1000;
const ROUTES = ['es', 'it', 'fr', 'pt-BR', 'ca', 'gl'];
/** Each of Apertium's routes from English: sentences a second and memory of all its processes, the whole run included. */
export async function apertium(workbench) {
    const figures = [];
    for (const language of ROUTES) {
        const prose = createProse(seededRandom(7));
        const strings = Object.fromEntries(Array.from({ length: SENTENCES }, (_, index) => [`s${index}`, prose.sentence()]));
        const project = workbench.untranslated({ articles: 0, namespaces: 0, keys: 0, languages: [language] }, 'apertium');
        writeProject(project.root, new Map([['source/sentences.json', JSON.stringify(strings)]]));
        const run = await project.run('translate');
        if (run.code !== 0 && run.code !== 1)
            throw new Error(`Apertium into ${language} ended with ${run.code}: ${run.stderr}`);
        const name = `apertium, en to ${language}`;
        figures.push({ figure: `${name}: sentences a second`, measured: SENTENCES / run.wallSeconds, unit: '' }, { figure: `${name}: CPU for ${SENTENCES}`, measured: run.cpuSeconds, unit: 's' }, { figure: `${name}: peak memory`, measured: run.peakMegabytes ?? 0, unit: 'MB' });
    }
    return figures;
}
