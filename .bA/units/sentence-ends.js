/** How far a rule looks back and ahead: longer than any abbreviation, so that long texts stay cheap. */
const REACH = 60;
/**
 * Whether ICU's boundary before `start` is the end of a sentence. Where it is not sure it says no: two sentences sent
 * together translate well, half a sentence does not.
 */
export function endsSentence(text, start, rules) {
    const before = text.slice(Math.max(0, start - REACH), start);
    const trimmed = before.trimEnd();
    if (/[\n\u2028\u2029]/.test(before.slice(trimmed.length)))
        return true;
    const after = text.slice(start, start + REACH);
    if (/^\p{Ll}/u.test(after))
        return false;
    const core = trimmed.replace(/[\p{Pe}\p{Pf}\p{Pi}"']{1,9}$/u, '');
    const closers = trimmed.slice(core.length);
    // Japanese quotes a sentence and goes on with a particle.
    if (closers !== '' && trimmed.length === before.length && /^\p{Script=Hiragana}/u.test(after))
        return false;
    if (/^[\])]/.test(closers) && /[[(](?:\.\.\.|…)$/.test(core))
        return false;
    if (trimmed.length === before.length && /[!?]$/.test(core) && /^\p{L}/u.test(after)) {
        // `Y!J`, `?Query`: without a space it is mostly part of a name.
        return startsWithStarter(after, rules);
    }
    if (!core.endsWith('.'))
        return true;
    const dots = /(?:\. ?){2,12}$/.exec(core)?.[0] ?? '';
    if (dots.includes(' '))
        return endsAfterSpacedDots(core, dots);
    return dots !== '' || endsAfterStop(core.slice(0, -1), after, rules);
}
/** `. . .` is words left out; a fourth dot is the full stop, which stands first where it is attached to a word. */
function endsAfterSpacedDots(core, dots) {
    const attached = /\S$/.test(core.slice(0, core.length - dots.length));
    return !attached && dots.replaceAll(' ', '').length > 3;
}
function endsAfterStop(core, after, rules) {
    const token = lastWord(core).replace(/^[^\p{L}\p{N}§]+/u, '');
    const word = token.replace(/^.*(?:[-–—/('’]|\p{Ll}{2}\.(?=\p{Lu}\p{Ll}))/u, '');
    const lower = word.toLowerCase();
    const starter = startsWithStarter(after, rules);
    if (rules.ordinals && /^(?:\p{Nd}{1,3}|[IVX]{2,9})$/u.test(word))
        return starter;
    if (rules.never.has(lower))
        return false;
    if (rules.beforeNumber.has(lower) && /^[\p{P}\p{S}]?(?:\p{Nd}|[IVXLC]+\b)/u.test(after))
        return false;
    if (rules.sometimes.has(lower))
        return starter;
    // Initials, `U.S.A.` and the like.
    if (/^(?:\p{L}\p{M}?\.){0,9}(?:\p{Lu}|\p{Ll})$/u.test(word))
        return starter;
    return true;
}
/** What stands after the last white space. Searched for from the end: `\S*$` would be tried at every character. */
function lastWord(text) {
    let start = text.length;
    while (start > 0 && !/\s/.test(text.charAt(start - 1)))
        start -= 1;
    return text.slice(start);
}
function startsWithStarter(after, rules) {
    const word = /^[¿¡\p{Pi}\p{Ps}"']*(\p{Lu}[\p{L}\p{M}]*(?:['’](?=\p{Ll})[\p{L}\p{M}]*)?)(?!\.(?!\.))/u.exec(after)?.[1];
    if (word === undefined)
        return false;
    const lower = word.toLowerCase().replaceAll('’', "'");
    return rules.starters.has(lower) || rules.starters.has(lower.replace(/'.*$/, ''));
}
/**
 * Beginnings of sentences that ICU cannot see: after a stop without a space, before `. . .`, after `…`. Each pattern
 * begins with its stop, and looks behind only there: the other way round it looks behind at every letter.
 */
export function hiddenStarts(text, rules) {
    const found = [];
    for (const { index } of text.matchAll(/\.(?<=(?:\p{Ll}{2}|\p{Nd})\.)(?=\p{Lu}\p{Ll})/gu)) {
        const token = lastWord(text.slice(Math.max(0, index - REACH), index));
        const after = text.slice(index + 1, index + 1 + REACH);
        const rest = /^\S*/.exec(after)?.[0] ?? '';
        if (/[@/\\_=#]/.test(token + rest))
            continue;
        const next = /^\p{L}+/u.exec(rest)?.[0].toLowerCase() ?? '';
        if (rules.starters.has(next) || (rules.never.has(next) && rest.charAt(next.length) === '.'))
            found.push(index + 1);
    }
    if (rules.starters.size > 0) {
        // ICU takes `. 81 percent` for one sentence: it looks for a capital letter behind the number.
        for (const { index } of text.matchAll(/\. (?<=\p{Ll}{3}\. )(?=\p{Nd}+ \p{Ll})/gu)) {
            if (endsSentence(text, index + 2, rules))
                found.push(index + 2);
        }
    }
    for (const { index } of text.matchAll(/\. (?<=[^\s.]\. )(?=\. \. \. \p{Lu})/gu))
        found.push(index + 2);
    for (const { 0: match, index } of text.matchAll(/…[\p{Pe}\p{Pf}"']?\s(?=\S)/gu)) {
        const start = index + match.length;
        if (startsWithStarter(text.slice(start, start + REACH), rules))
            found.push(start);
    }
    return found;
}
