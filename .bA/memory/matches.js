import { adoptCodes, bySignature, codesInOrder } from './adopt-codes.js';
import { buildFuzzyIndex } from './fuzzy-index.js';
import { repair } from './repair.js';
import { DIFFERENT_CODES, SEVERAL_TARGETS, UNREVIEWED } from './score.js';
import { CODE, eachToken } from './tokens.js';
/** Nothing is built before the first lookup; what it needs is built once for each language. */
export function translationMemory(entries, options) {
    const pairs = new Map();
    const indexes = new Map();
    function pairOf({ sourceLanguage, targetLanguage }) {
        const name = `${sourceLanguage} ${targetLanguage}`;
        const known = pairs.get(name);
        if (known !== undefined)
            return known;
        const made = new Map();
        for (const entry of entries) {
            if (entry.sourceLanguage !== sourceLanguage || entry.targetLanguage !== targetLanguage)
                continue;
            const same = made.get(entry.source);
            if (same === undefined)
                made.set(entry.source, [entry]);
            else
                same.push(entry);
        }
        for (const same of made.values())
            same.sort(byWorth);
        pairs.set(name, made);
        return made;
    }
    /** One index for all targets of a source language: their sources are mostly the same. */
    function indexOf(language) {
        const known = indexes.get(language);
        if (known !== undefined)
            return known;
        const sources = entries.filter((entry) => entry.sourceLanguage === language).map((entry) => entry.source);
        const texts = [...new Set(sources)];
        const made = { texts, index: buildFuzzyIndex(texts) };
        indexes.set(language, made);
        return made;
    }
    function exact(query, pair) {
        const ranked = (pair.get(query.source) ?? []).map((entry) => ({ entry, score: 100 + context(entry, query) }));
        // A stable sort: within one score the order of worth stays.
        for (const { entry, score } of ranked.sort((a, b) => b.score - a.score)) {
            const target = inSyntaxOf(query, entry);
            if (target !== undefined)
                return { class: score > 100 ? 'context' : 'exact', score, entry, target };
        }
        return undefined;
    }
    /** The value itself where the syntax is the same, else its content written anew with the query's codes. */
    function inSyntaxOf(query, entry) {
        if (entry.syntax === query.syntax)
            return entry.target;
        const codes = bySignature(codesInOrder(query.content));
        const content = adoptCodes(options.syntax(entry.syntax).parse(entry.target), codes);
        return content && options.syntax(query.syntax).print(content);
    }
    function repaired(query, pair) {
        const { texts, index } = indexOf(query.sourceLanguage);
        const candidates = index.sameWords(query.source).flatMap((text) => pair.get(texts[text] ?? '') ?? []);
        for (const entry of candidates.sort(byWorth)) {
            const target = options.syntax(entry.syntax).parse(entry.target);
            const content = repair({ source: entry.source, target, targetLanguage: entry.targetLanguage }, query);
            if (content === undefined)
                continue;
            return { class: 'repaired', score: 99, entry, target: options.syntax(query.syntax).print(content) };
        }
        return undefined;
    }
    function fuzzy(query, pair) {
        const { texts, index } = indexOf(query.sourceLanguage);
        const codes = codeTokens(query.source);
        const best = index.best(query.source, options.minimum, (text) => {
            const source = texts[text] ?? '';
            const same = pair.get(source);
            const first = same?.[0];
            if (same === undefined || first === undefined)
                return Infinity;
            const several = same.some((entry) => entry.target !== first.target);
            return ((codeTokens(source) === codes ? 0 : DIFFERENT_CODES) +
                (several ? SEVERAL_TARGETS : 0) +
                (isUnreviewed(first) ? UNREVIEWED : 0));
        });
        const candidates = best?.texts.flatMap((text) => pair.get(texts[text] ?? '')?.[0] ?? []) ?? [];
        const entry = candidates.sort(byWorth)[0];
        if (best === undefined || entry === undefined)
            return undefined;
        return { class: 'fuzzy', score: Math.min(best.score, 98), entry, target: entry.target };
    }
    return {
        lookup(query) {
            const pair = pairOf(query);
            return exact(query, pair) ?? repaired(query, pair) ?? fuzzy(query, pair);
        },
    };
}
function context(entry, query) {
    const id = entry.namespace === query.namespace && entry.key === query.key;
    const neighbours = entry.previousSource === query.previousSource && entry.nextSource === query.nextSource;
    return Number(id) + Number(neighbours);
}
/** Machine text, or text from memory, that nobody has confirmed in its place. */
function isUnreviewed({ state, origin }) {
    return origin !== 'person' && state !== 'reviewed' && state !== 'final';
}
function byWorth(a, b) {
    return Number(isUnreviewed(a)) - Number(isUnreviewed(b)) || order(a.namespace, b.namespace) || order(a.key, b.key);
}
function order(a, b) {
    return a < b ? -1 : Number(a > b);
}
/** The codes of a canonical text whatever their order, as one string. */
function codeTokens(canonical) {
    const codes = [];
    eachToken(canonical, (kind, start, end) => kind === CODE && codes.push(canonical.slice(start, end)));
    return codes.sort(order).join('');
}
