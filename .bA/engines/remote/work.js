import { DamagedAnswer, restoreCodes } from './tagged-answer.js';
import { hasWords, tagSegments } from './tagged-text.js';
const NO_TERMS = new Map();
/** A run hands a unit over once for each target language. */
const seen = new WeakMap();
function look(unit, style) {
    const { segments, article, context = '', terms = NO_TERMS } = unit;
    const tagged = segments.some(hasWords) ? tagSegments(segments, style) : [];
    const sentences = tagged.map((segment) => segment.text);
    const piece = tagged.length === 0 ? undefined : { article, context, sentences, terms };
    const found = { style, tagged, piece, key: JSON.stringify([context, sentences, [...terms]]) };
    seen.set(unit, found);
    return found;
}
/**
 * Turns units into work. Units that look alike to the engine become one piece, whatever their markup is. Units without
 * words are answered at once with themselves.
 * @param style one object for all of an engine's batches: what was seen of a unit is kept by it.
 */
export function planWork(units, style, deliver) {
    const groups = new Map();
    for (const [unit, asked] of units.entries()) {
        const { segments } = asked;
        const known = seen.get(asked);
        const { tagged, piece, key } = known?.style === style ? known : look(asked, style);
        if (piece === undefined) {
            deliver(unit, { ok: true, segments });
            continue;
        }
        const group = groups.get(key);
        const member = { unit, segments, tagged };
        if (group === undefined)
            groups.set(key, { piece, members: [member] });
        else
            group.members.push(member);
    }
    return [...groups.values()].map(({ piece, members }) => unitWork(piece, members, deliver, false));
}
function unitWork(piece, members, deliver, alone) {
    const { article, context, sentences: texts, terms } = piece;
    // Spelled out: an object spread costs a hidden class of its own, and there are many.
    return {
        article,
        context,
        sentences: texts,
        terms,
        alone,
        characters: sum(members[0]?.tagged ?? []),
        accept(sentences) {
            if (sentences.length !== piece.sentences.length)
                throw new DamagedAnswer('marks between sentences are missing');
            const answers = members.map(({ tagged, segments }) => tagged.map(({ codes }, index) => restoreCodes(sentences[index] ?? [], codes, segments[index] ?? [])));
            members.forEach(({ unit }, index) => deliver(unit, { ok: true, segments: answers[index] ?? [] }));
        },
        retry(reason) {
            if (!alone)
                return [unitWork(piece, members, deliver, true)];
            if (piece.sentences.length > 1)
                return sentenceWorks(piece, members, deliver);
            for (const { unit } of members)
                deliver(unit, { ok: false, reason });
            return [];
        },
    };
}
function sentenceWorks(piece, members, deliver) {
    const answers = members.map(() => []);
    let missing = piece.sentences.length;
    let refused = false;
    return piece.sentences.map((text, index) => ({
        article: piece.article,
        context: piece.context,
        terms: piece.terms,
        sentences: [text],
        alone: true,
        characters: members[0]?.tagged[index]?.characters ?? 0,
        accept(sentences) {
            const restored = members.map(({ tagged, segments }) => restoreCodes(sentences[0] ?? [], tagged[index]?.codes ?? new Map(), segments[index] ?? []));
            restored.forEach((content, member) => {
                const answer = answers[member];
                if (answer !== undefined)
                    answer[index] = content;
            });
            missing -= 1;
            if (missing > 0)
                return;
            members.forEach(({ unit }, member) => deliver(unit, { ok: true, segments: answers[member] ?? [] }));
        },
        retry(reason) {
            if (!refused)
                for (const { unit } of members)
                    deliver(unit, { ok: false, reason });
            refused = true;
            return [];
        },
    }));
}
function sum(tagged) {
    return tagged.reduce((total, segment) => total + segment.characters, 0);
}
