/** A target, printed in its syntax and judged by every check. */
import { judge } from '../checks/index.js';
import { shownWords } from '../project/running-text.js';
import { sameCodes } from '../units/code-identity.js';
import { parseValue, printFaithfully, unitContent } from './values.js';
/**
 * Prints content as a value, reads it again (a strict print where the plain one reads as something else) and judges
 * what was read, so that nothing is believed that is not in the value itself.
 */
export function judgeTarget(item, content, from) {
    const { syntax } = item.unit.expected.source;
    const value = printFaithfully(syntax, content);
    return { value, ...judgeValue(item, value, { person: from.origin === 'person', unknownWords: from.unknownWords }) };
}
/** Judges a value as it stands. */
export function judgeValue({ unit, language }, value, { person, unknownWords }) {
    const { source } = unit.expected;
    const sourceContent = unitContent(source);
    const targetContent = parseValue(source.syntax, value);
    return judge({
        kind: source.kind,
        syntax: source.syntax,
        sourceLanguage: source.language,
        targetLanguage: language,
        source: source.value,
        target: value,
        sourceContent,
        targetContent,
        sourceWords: shownWords(sourceContent),
        targetWords: shownWords(targetContent),
        codes: sameCodes(sourceContent, targetContent),
        terms: unit.terms.required(language),
        person,
        unknownWords,
    });
}
