import { echo } from './echo.js';
import { joinTexts } from './join-texts.js';
const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž';
const ACCENTS = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index] ?? letter]));
/** Languages are about so much longer than English. */
const GROWTH = 0.3;
const accented = (text) => [...text].map((letter) => ACCENTS.get(letter) ?? letter).join('');
function changed(content) {
    return content.map((one) => {
        if (one.type === 'text')
            return { type: 'text', text: accented(one.text) };
        return one.type === 'pair' ? { ...one, children: changed(one.children) } : one;
    });
}
function lettersIn(content) {
    return content.reduce((sum, one) => {
        if (one.type === 'text')
            return sum + one.text.length;
        return one.type === 'pair' ? sum + lettersIn(one.children) : sum;
    }, 0);
}
/** A segment without any text stays as it is. */
function pseudoLocalized(content) {
    const length = lettersIn(content);
    if (length === 0)
        return content;
    const filler = '·'.repeat(Math.max(0, Math.ceil(length * GROWTH) - 2));
    return joinTexts([{ type: 'text', text: '⟦' }, ...changed(content), { type: 'text', text: `${filler}⟧` }]);
}
export const pseudo = {
    name: 'pseudo',
    description: 'accents, brackets and longer words around the source text; to test layouts',
    terms: ['token'],
    remote: false,
    unavailable: () => Promise.resolve(undefined),
    open: () => Promise.resolve(echo(pseudoLocalized)),
};
