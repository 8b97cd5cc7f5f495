import { translationMemory } from '../memory/matches.js';
import { GlossaError } from '../project/errors.js';
import { bundlePath } from '../project/paths.js';
import { canonical } from '../units/canonical.js';
import { bundleTexts } from './bundle-texts.js';
import { judgeTarget } from './judge-target.js';
import { isMachine } from './project-texts.js';
import { needSyntaxes, parseValue, syntaxNamed, unitContent } from './values.js';
export const FUZZY_CHECK = 'fuzzy-match';
/** Above every score: fuzzy matches are not used. */
const NEVER = 101;
/** @returns the lookup; each language's memory is built when it is first asked. */
export async function recallAlike(project) {
    const { fuzzyThreshold } = project.configuration;
    await needSyntaxes(['plain', 'markdown', 'i18next']);
    const memories = new Map();
    const sources = new Map();
    return (item, texts) => {
        const { language, unit, source: file } = item;
        if (!memories.has(language))
            memories.set(language, memoryOf(project, language, texts, sources));
        const { source, key } = unit.expected;
        const content = unitContent(source);
        const match = memories.get(language)?.lookup({
            namespace: file.file.namespace,
            key,
            sourceLanguage: source.language,
            targetLanguage: language,
            source: canonical(content),
            syntax: source.syntax,
            content,
        });
        if (match === undefined || (match.class === 'fuzzy' && match.score < fuzzyThreshold))
            return undefined;
        const syntax = match.class === 'fuzzy' ? match.entry.syntax : source.syntax;
        const verdict = judgeTarget(item, parseValue(syntax, match.target), { origin: 'memory', unknownWords: [] });
        const isMissing = verdict.findings.some(({ check, severity }) => check === 'terms' && severity === 'error');
        if (verdict.refused || isMissing)
            return undefined;
        return {
            done: true,
            value: verdict.value,
            findings: match.class === 'fuzzy' ? [...verdict.findings, fuzzyFinding(match)] : verdict.findings,
            origin: 'memory',
            match: match.class === 'fuzzy' ? 'fuzzy' : String(match.score),
        };
    };
}
/** The reviewer must know that the words are of another text. */
function fuzzyFinding({ score, entry }) {
    const message = `taken over from a similar text (${Math.floor(score)}): ${entry.namespace} ${entry.key}`;
    return { check: FUZZY_CHECK, severity: 'warning', message };
}
function memoryOf(project, language, texts, sources) {
    const entries = [...texts.values()].flat().flatMap((text) => entryOf(project, language, text, sources));
    if (entries.length === 0)
        return undefined;
    const { fuzzyThreshold } = project.configuration;
    return translationMemory(entries, { syntax: syntaxNamed, minimum: Math.min(fuzzyThreshold, NEVER - 3) });
}
function entryOf(project, targetLanguage, text, sources) {
    if (isMachine(text))
        return [];
    const { namespace, key, syntax, target, line } = text;
    const sourceLanguage = text.from ?? project.configuration.sourceLanguage;
    const source = text.source ?? sourcesOf(project, sourceLanguage, namespace, sources).get(key);
    if (source === undefined)
        return [];
    return [
        {
            namespace,
            key,
            sourceLanguage,
            targetLanguage,
            source: canonical(parseValue(syntax, source)),
            syntax,
            target,
            state: line.state,
            origin: line.origin ?? 'person',
        },
    ];
}
/** The source texts of a namespace, by key, as the source bundle has them. */
function sourcesOf(project, language, namespace, known) {
    const file = bundlePath(language, namespace);
    const found = known.get(file) ?? readSources(project, file);
    known.set(file, found);
    return found;
}
/** A damaged bundle is reported where its file is read; the memory only goes without it. */
function readSources({ root }, file) {
    try {
        return bundleTexts(root, file);
    }
    catch (error) {
        if (!(error instanceof GlossaError))
            throw error;
        return new Map();
    }
}
