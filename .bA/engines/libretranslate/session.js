/** Translates batches sentence by sentence: LibreTranslate sees each text for itself. */
import { EngineRefusal } from '../../project/errors.js';
import { dispatch } from '../remote/dispatch.js';
import { DamagedAnswer, parseAnswer } from '../remote/tagged-answer.js';
import { planWork } from '../remote/work.js';
/** An HTML element whose content LibreTranslate leaves alone. */
const STYLE = { term: 'code' };
export function createSession(client) {
    let languages;
    return {
        async translate(batch, deliver, signal) {
            signal.throwIfAborted();
            try {
                languages ??= client.languages(signal);
                const pair = choosePair(batch, await languages);
                return await dispatch(createDispatcher(client, pair), planWork(batch.units, STYLE, deliver), signal);
            }
            catch (error) {
                throw client.refusal(error);
            }
        },
        close: async () => undefined,
    };
}
/**
 * The codes that the server has for a pair. Servers name variants in their own ways (`pt-BR` or `pb`, `zh-Hant` or `zt`).
 * @throws EngineRefusal when it has none.
 */
export function choosePair(pair, languages) {
    for (const source of candidates(pair.source)) {
        const from = languages.find(({ code }) => code.toLowerCase() === source);
        if (from === undefined)
            continue;
        for (const target of candidates(pair.target)) {
            const to = from.targets.find((code) => code.toLowerCase() === target);
            if (to !== undefined)
                return { source: from.code, target: to };
        }
    }
    throw new EngineRefusal('unsupported', `LibreTranslate at this address has no ${pair.source} to ${pair.target}.`, {
        remedy: 'Install the language on the server or choose another engine for it.',
    });
}
function candidates(tag) {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    const aliases = language === 'pt' && region === 'BR' ? ['pb'] : script === 'Hant' ? ['zt'] : [];
    return [tag, `${language}-${script}`, `${language}-${region}`, ...aliases, language].map((code) => code.toLowerCase());
}
function createDispatcher(client, { source, target }) {
    return {
        name: 'LibreTranslate',
        pack: (works) => pack(works, client.options),
        async ask({ works }, signal, sent) {
            const texts = works.flatMap(({ sentences }) => sentences);
            const translated = await client.translate(texts, source, target, signal, sent);
            // Texts have no ids of their own: in another number none of them can be trusted.
            if (translated.length !== texts.length)
                return { answers: new Map() };
            let next = 0;
            return {
                answers: new Map(works.map((work) => [work, work.sentences.map(() => parse(translated[next++] ?? ''))])),
            };
        },
        diagnose: (error) => client.diagnose(error),
        refusal: (error) => client.refusal(error),
    };
}
function parse(html) {
    try {
        return parseAnswer(html);
    }
    catch (error) {
        // An unknown element makes the unit, and only the unit, count as damaged.
        if (error instanceof DamagedAnswer)
            return [{ name: 'damaged', number: undefined, children: [] }];
        throw error;
    }
}
/** Fills requests in order, up to the numbers of texts and characters. */
function pack(works, limits) {
    const requests = [];
    let texts = Infinity;
    let characters = Infinity;
    for (const work of works) {
        const length = work.sentences.reduce((sum, sentence) => sum + sentence.length, 0);
        if (work.alone || texts + work.sentences.length > limits.texts || characters + length > limits.characters) {
            requests.push({ works: [] });
            texts = 0;
            characters = 0;
        }
        requests.at(-1)?.works.push(work);
        texts += work.sentences.length;
        characters += length;
    }
    return { requests, tooLarge: [] };
}
