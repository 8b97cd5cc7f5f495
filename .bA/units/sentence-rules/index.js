import { german } from './de.js';
import { english } from './en.js';
import { dutch } from './nl.js';
import { catalan, french, galician, italian, portuguese, spanish } from './romance.js';
import { russian } from './ru.js';
import { sentenceRules } from './rules.js';
const TABLE = new Map([
    ['ca', catalan],
    ['de', german],
    ['en', english],
    ['es', spanish],
    ['fr', french],
    ['gl', galician],
    ['it', italian],
    ['nl', dutch],
    ['pt', portuguese],
    ['ru', russian],
]);
const NONE = sentenceRules({});
// Languages without a table of their own that write ordinals with a full stop.
const ORDINALS = sentenceRules({ ordinals: true });
const WITH_ORDINALS = new Set('bs cs da et eu fi fo hr hu is lv nb nn no pl sk sl sr tr dsb hsb lb'.split(' '));
/** The rules of a BCP 47 tag's language; those without a table have initials and numbers only. */
export function rulesFor(language) {
    const [primary = ''] = language.toLowerCase().split('-');
    return TABLE.get(primary) ?? (WITH_ORDINALS.has(primary) ? ORDINALS : NONE);
}
