import { missing, openClient } from './openai/client.js';
import { readCompletion, TERM, writePrompt } from './openai/prompt.js';
import { dispatch } from './remote/dispatch.js';
import { planWork } from './remote/work.js';
const STYLE = { term: TERM };
export const openai = {
    name: 'openai',
    description: 'OpenAI or any compatible endpoint (OPENAI_BASE_URL): a language model that is told the terms.',
    terms: ['prompt', 'token'],
    remote: true,
    async unavailable(_pair, environment) {
        return missing(environment);
    },
    async open(environment, { concurrency }) {
        return createSession(await openClient(environment, concurrency));
    },
};
function createSession(client) {
    return {
        async translate(batch, deliver, signal) {
            signal.throwIfAborted();
            return dispatch(createDispatcher(client, batch), planWork(batch.units, STYLE, deliver), signal);
        },
        close: async () => undefined,
    };
}
function createDispatcher(client, pair) {
    const { characters, instructions } = client.options;
    return {
        name: 'The model',
        pack: (works) => packSections(works, characters),
        async ask({ works }, signal, sent) {
            const completion = await client.complete(writePrompt(works, pair, instructions), signal, sent);
            return { answers: readCompletion(works, completion) };
        },
        diagnose: (error) => client.diagnose(error),
        refusal: (error) => client.refusal(error),
    };
}
/** Units of one article that stand together, up to about a section's length. */
function packSections(works, limit) {
    const sections = [];
    let characters = 0;
    for (const work of works) {
        const previous = sections.at(-1)?.works.at(-1);
        if (work.alone || work.article !== previous?.article || characters + work.characters > limit) {
            sections.push({ works: [] });
            characters = 0;
        }
        sections.at(-1)?.works.push(work);
        characters += work.characters;
    }
    return { requests: sections, tooLarge: [] };
}
