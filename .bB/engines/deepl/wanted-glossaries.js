/** What DeepL must hold of a termbase: dictionaries of base languages, put together to glossaries with telling names. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { glossaryPair } from './languages.js';
const LONGEST_TERM = 1024;
export function pairKey({ source, target }) {
    return `${source}>${target}`;
}
/**
 * What the account must hold. DeepL's dictionaries know base languages only, so pt-BR and pt-PT with different entries
 * need two glossaries.
 * @param project its folder's name becomes part of the glossary's name.
 */
export function wantedGlossaries(project, glossaries) {
    const sets = [];
    const byPair = new Map();
    const without = [];
    const unusable = [];
    for (const { source, target, entries } of glossaries) {
        const pair = glossaryPair(source, target);
        if (entries.size === 0)
            continue;
        if (pair === undefined) {
            without.push({ source, target });
            continue;
        }
        const usable = new Map();
        for (const [from, to] of entries) {
            if (isUsable(from) && isUsable(to))
                usable.set(from, to);
            else
                unusable.push({ pair: { source, target }, source: from });
        }
        if (usable.size === 0)
            continue;
        const dictionary = { ...pair, entries: usable };
        const key = pairKey(pair);
        const same = JSON.stringify(content(dictionary));
        let index = sets.findIndex((set) => {
            const there = set.get(key);
            return there === undefined || JSON.stringify(content(there)) === same;
        });
        if (index === -1)
            index = sets.push(new Map()) - 1;
        sets[index]?.set(key, dictionary);
        byPair.set(pairKey({ source, target }), index);
    }
    const prefix = namePrefix(project);
    const named = sets.map((set) => {
        const dictionaries = [...set.values()];
        const hash = createHash('sha256')
            .update(JSON.stringify(dictionaries.map(content).sort(byText)))
            .digest('hex');
        return { name: `${prefix}${hash.slice(0, 16)}`, dictionaries };
    });
    return { glossaries: named, byPair, without, unusable };
}
/** DeepL refuses control characters, outer space and long terms; the client's own table cannot hold `__proto__`. */
function isUsable(term) {
    return (term !== '' &&
        term === term.trim() &&
        term !== '__proto__' &&
        !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(term) &&
        Buffer.byteLength(term) <= LONGEST_TERM);
}
/** How the names of a project's glossaries begin. */
export function namePrefix(project) {
    const name = basename(project)
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}]+/gu, '-');
    return `glossa-${name.slice(0, 80)}-`;
}
function content({ source, target, entries, }) {
    return [source, target, [...entries].sort(([a], [b]) => (a < b ? -1 : 1))];
}
function byText(a, b) {
    return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
