/** Finds the termbase's terms in content. */
import { FormIndex } from '../project/form-index.js';
import { runningText } from '../project/running-text.js';
import { countsAsForeign } from './foreign.js';
import { readsAs } from './languages.js';
import { protectedRanges } from './protected-ranges.js';
const indexes = new WeakMap();
const RANK = {
    preferred: 0,
    'do-not-translate': 0,
    admitted: 1,
    deprecated: 2,
};
/**
 * Finds terms in the words a reader sees: text, also inside pairs (link text, bold), and texts inside markup (alt text);
 * never in code, URLs, addresses or placeholders. The longest form wins. At one place a form of the source language
 * beats all others; forms of other languages count under the guard of `foreign.ts`, so that "Esosomi" in an English
 * title is found. A form that several concepts claim is reported and not used. A term may run across the edge of a pair
 * (`stem **cell**`): it is found and must be in the target, though it cannot be marked.
 * @param sourceLanguage of the content; the index for a termbase and language is built once.
 */
export function findTerms(content, termbase, sourceLanguage) {
    const hits = [];
    const ambiguous = [];
    if (termbase.concepts.length === 0)
        return { hits, ambiguous };
    const index = indexFor(termbase, sourceLanguage);
    const search = (text, place, number) => {
        const matches = index.find(text, choose);
        if (matches.length === 0)
            return;
        const isProtected = protectedRanges(text);
        for (const match of matches) {
            const { start, end } = match;
            if (isProtected(start, end))
                continue;
            const surface = text.slice(start, end);
            const entries = bestEntries(match.values);
            const concepts = [...new Set(entries.map((entry) => entry.concept))];
            const [entry] = entries;
            if (entry === undefined)
                continue;
            if (concepts.length > 1)
                ambiguous.push({ surface, concepts: concepts.map((concept) => concept.id) });
            else
                hits.push({ ...pick(entry), surface, place, index: number, start, end });
        }
    };
    const running = runningText(content);
    search(running.text, 'text', 0);
    running.markup.forEach((text, number) => search(text, 'markup', number));
    return { hits, ambiguous };
}
function pick({ concept, term, plural }) {
    return { concept, term, plural };
}
function choose(found) {
    return found.find((match) => match.values.some((entry) => entry.own)) ?? found[0];
}
/** The source language's entries where there are any, the best status first, singular before plural. */
function bestEntries(values) {
    const own = values.filter((entry) => entry.own);
    const entries = own.length > 0 ? own : [...values];
    return entries.toSorted((a, b) => RANK[a.term.status] - RANK[b.term.status] || Number(a.plural) - Number(b.plural));
}
function indexFor(termbase, sourceLanguage) {
    let byLanguage = indexes.get(termbase);
    if (byLanguage === undefined) {
        byLanguage = new Map();
        indexes.set(termbase, byLanguage);
    }
    let index = byLanguage.get(sourceLanguage);
    if (index === undefined) {
        index = buildIndex(termbase, sourceLanguage);
        byLanguage.set(sourceLanguage, index);
    }
    return index;
}
function buildIndex(termbase, sourceLanguage) {
    const index = new FormIndex();
    for (const concept of termbase.concepts) {
        for (const term of concept.terms) {
            const own = readsAs(term.language, sourceLanguage);
            const add = (form, plural) => {
                if (own || countsAsForeign(form, sourceLanguage)) {
                    index.add(form, term.caseSensitive, { concept, term, plural, own });
                }
            };
            add(term.term, term.plural === term.term);
            if (term.plural !== undefined && term.plural !== term.term)
                add(term.plural, true);
        }
    }
    return index;
}
