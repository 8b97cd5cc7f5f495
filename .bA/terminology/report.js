import { findTerms } from './find.js';
import { targetForms } from './target-forms.js';
/**
 * Looks all sources up in the termbase.
 * @param texts in the order in which places are to be listed.
 */
export function termReport(termbase, texts, project) {
    const uses = new Map();
    const ambiguous = new Map();
    for (const { place, language, content } of texts) {
        const found = findTerms(content, termbase, language);
        for (const { concept, surface } of found.hits) {
            const use = uses.get(concept) ?? { forms: new Map(), count: 0, places: new Set() };
            uses.set(concept, use);
            if (!use.forms.has(surface.toLowerCase()))
                use.forms.set(surface.toLowerCase(), surface);
            use.count += 1;
            use.places.add(place);
        }
        for (const { surface, concepts } of found.ambiguous) {
            const form = surface.toLowerCase();
            const use = ambiguous.get(form) ?? { concepts, count: 0, places: new Set() };
            ambiguous.set(form, use);
            use.count += 1;
            use.places.add(place);
        }
    }
    const used = [...uses].map(([concept, { forms, count, places }]) => ({
        concept: concept.id,
        forms: [...forms.values()],
        count,
        places: [...places],
    }));
    return {
        used: used.toSorted((a, b) => b.count - a.count || compare(a.concept, b.concept)),
        unused: termbase.concepts.filter((concept) => !uses.has(concept)).map((concept) => concept.id),
        ambiguous: [...ambiguous]
            .map(([form, { concepts, count, places }]) => ({ form, concepts, count, places: [...places] }))
            .toSorted((a, b) => b.count - a.count || compare(a.form, b.form)),
        coverage: project.targetLanguages.map((language) => {
            const lacking = termbase.concepts.filter((one) => targetForms(one, project.sourceLanguage, language) === undefined);
            return {
                language,
                covered: termbase.concepts.length - lacking.length,
                missing: lacking.filter((concept) => uses.has(concept)).map((concept) => concept.id),
            };
        }),
    };
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
