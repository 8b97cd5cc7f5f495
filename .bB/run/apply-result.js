import { approvalOf } from './language-approvals.js';
import { isProtected, SUGGESTION_CHECK, withoutFailures } from './record-lines.js';
import { losesSentences } from './reusable.js';
import { judgeValue } from './judge-target.js';
import { valueHash } from './values.js';
/** Takes a verified result over, or leaves the unit as it is with the reason as a finding. */
export function applyResult(unit, language, result) {
    const { key, source } = unit.expected;
    const { line } = unit;
    if (!result.done) {
        const finding = { check: result.check ?? 'translation', severity: 'error', message: result.reason };
        if (unit.value !== undefined && line !== undefined)
            unit.line = { ...line, findings: withFinding(line.findings, finding) };
        else
            unit.line = { key, source: source.hash, state: 'initial', findings: [...approvalOf(line, source.hash), finding] };
        return;
    }
    if (unit.work === 'suggest' && line !== undefined) {
        const isAnew = result.match === undefined && losesSentences({ unit, language }, result.value);
        const findings = [...(withoutFailures(line.findings) ?? []), ...(isAnew ? [ANEW] : [])];
        const terms = unit.terms.hash(language);
        unit.line = { ...line, suggestion: result.value, suggested: source.hash, terms, findings };
        return;
    }
    const target = valueHash(source.syntax, result.value);
    // What says the same as the source is written as the source writes it: the article keeps its bytes there.
    unit.value = target === source.hash ? source.value : result.value;
    unit.line = {
        key,
        source: source.hash,
        state: 'translated',
        origin: result.origin,
        target,
        terms: unit.terms.hash(language),
        findings: [...result.findings, ...approvalOf(line, source.hash)],
    };
}
/** A unit whose text is in the target language already, or empty: copied, never sent. */
export function copySource(unit) {
    const { key, source } = unit.expected;
    unit.value = source.value;
    unit.line = {
        key,
        source: source.hash,
        state: 'translated',
        origin: 'source',
        target: valueHash(source.syntax, source.value),
    };
}
/**
 * A kept text whose unit came back with the same source: it returns with its state.
 * @returns false where it is machine text that the checks or the terms of today would not let through.
 */
export function applyKept(unit, language, kept) {
    const { key, source } = unit.expected;
    const line = {
        key,
        source: source.hash,
        state: kept.state,
        origin: kept.origin ?? 'person',
        target: valueHash(source.syntax, kept.target),
        terms: unit.terms.hash(language),
    };
    const person = isProtected(line);
    const { findings } = judgeValue({ unit, language }, kept.target, { person, unknownWords: [] });
    if (!person && findings.some(({ severity }) => severity === 'error'))
        return false;
    unit.value = kept.target;
    unit.work = 'none';
    unit.line = { ...line, findings };
    return true;
}
/** Judges what a person wrote, or what changed terms may have made wrong; the text itself stays. */
export function judgePerson(unit, language) {
    if (unit.line === undefined || unit.value === undefined)
        return;
    const { findings } = judgeValue({ unit, language }, unit.value, {
        person: isProtected(unit.line),
        unknownWords: [],
    });
    unit.line = { ...unit.line, findings: [...findings, ...approvalOf(unit.line, unit.expected.source.hash)] };
}
/** The reviewer must know that words of theirs may be missing though their sentence did not change. */
const ANEW = {
    check: SUGGESTION_CHECK,
    severity: 'warning',
    message: 'made anew as a whole, because it is not sure which sentences of the text still stand: compare the two',
};
function withFinding(findings, finding) {
    return [...(findings ?? []).filter(({ check }) => check !== finding.check), finding];
}
