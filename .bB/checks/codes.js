/** Rule 5: placeholders, tags, links and code come back exactly, or the result is not written. */
export const codes = {
    name: 'codes',
    description: 'placeholders, tags, links, images and code are the same as in the source',
    refuses: true,
    run({ codes: { missing, extra } }) {
        const lacks = missing.map((signature) => `lacks ${signature}`);
        const adds = extra.map((signature) => `has ${signature}, which the source has not`);
        return [...lacks, ...adds].map((message) => ({ severity: 'error', message }));
    },
};
