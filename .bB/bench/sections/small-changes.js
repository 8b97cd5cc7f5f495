import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePath, FULL_SIZE, stringsPath } from '../project-generator.js';
import { translations, withStub } from '../workbench.js';
const SENTENCE = 'This sentence was written yesterday by somebody else.';
const SECTION = '## A section that is new\n\nIts only paragraph has two sentences. This is the second one.\n\n';
const SECTION_TEXT = 'A section that is new Its only paragraph has two sentences. This is the second one.';
const KEYS = 10;
/** What is sent after an author changed a sentence, inserted a section, changed ten keys. */
export async function smallChanges(workbench) {
    const languages = FULL_SIZE.languages.length;
    const sentence = await change(workbench, articlePath(3), (text) => 
    // The first sentence of the lead: it stands in a paragraph with others.
    text.replace(/^(---\n[^]*?\n---\n\n)[^.]*\./, `$1${SENTENCE}`));
    const section = await change(workbench, articlePath(4), (text) => text.replace(/^## /m, `${SECTION}## `));
    const keys = await change(workbench, stringsPath(0), changeKeys);
    return [
        { figure: 'one sentence changed: characters', measured: sentence.characters, unit: '', most: 1000 },
        { figure: 'one sentence changed: requests', measured: sentence.requests, unit: '' },
        { figure: 'one sentence changed: CPU', measured: sentence.cpuSeconds, unit: 's' },
        {
            figure: 'one section inserted: characters',
            measured: section.characters,
            unit: '',
            most: languages * SECTION_TEXT.length,
        },
        { figure: `${KEYS} keys changed: characters`, measured: keys.characters, unit: '', most: 3700 },
        { figure: `${KEYS} keys changed: requests`, measured: keys.requests, unit: '', most: 5 },
    ];
}
async function change(workbench, file, edit) {
    const project = await workbench.translated();
    return withStub({}, async (stub) => {
        edited(project, file, edit);
        const { code, cpuSeconds, stderr } = await project.run('translate', [], stub);
        if (code !== 0)
            throw new Error(`translating the change of ${file} ended with ${code}: ${stderr}`);
        return { cpuSeconds, requests: translations(stub).length, characters: billed(stub) };
    });
}
function edited({ root }, file, edit) {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    if (after === before)
        throw new Error(`nothing was changed in ${file}`);
    writeFileSync(path, after);
}
function billed(stub) {
    return stub.billed();
}
/** Ten values, spread over the bundle, get another ending. */
function changeKeys(text) {
    let at = 0;
    let left = KEYS;
    return text.replace(/^ {4}(".*": ".*)(",?)$/gm, (line, before, end) => {
        const isChosen = at++ % 90 === 40 && left-- > 0;
        return isChosen ? `    ${before} today${end}` : line;
    });
}
