const SHOWN = 8;
const MESSAGE = 'the engine did not know: ';
/** What the engine did not know was left as it was or guessed: the reviewer looks there first. */
export const unknownWords = {
    name: 'unknown-words',
    description: 'the engine knew every word',
    refuses: false,
    run({ unknownWords: words }) {
        if (words.length === 0)
            return [];
        const shown = [...new Set(words)].toSorted((a, b) => (a < b ? -1 : 1)).slice(0, SHOWN);
        return [{ severity: 'warning', message: `${MESSAGE}${shown.join(', ')}` }];
    },
};
/** The words of an earlier finding: sentences that are kept when another one changes keep their unknown words. */
export function wordsOf(findings) {
    const finding = findings.find(({ check }) => check === unknownWords.name);
    return finding === undefined ? [] : finding.message.slice(MESSAGE.length).split(', ');
}
