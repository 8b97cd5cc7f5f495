/** Text must not get lost: a source with words has a target with words. */
export const empty = {
    name: 'empty',
    description: 'a source with words has a target with words',
    refuses: true,
    run({ sourceWords, targetWords }) {
        const hasWords = (text) => /[\p{L}\p{N}]/u.test(text);
        if (!hasWords(sourceWords) || hasWords(targetWords))
            return [];
        return [{ severity: 'error', message: 'has no words, its source has' }];
    },
};
