import { german } from './de.ts';
import { english } from './en.ts';
import { dutch } from './nl.ts';
import { catalan, french, galician, italian, portuguese, spanish } from './romance.ts';
import { russian } from './ru.ts';
import { sentenceRules, type SentenceRules } from './rules.ts';

const TABLE: ReadonlyMap<string, SentenceRules> = new Map([
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
export function rulesFor(language: string): SentenceRules {
  const [primary = ''] = language.toLowerCase().split('-');
  return TABLE.get(primary) ?? (WITH_ORDINALS.has(primary) ? ORDINALS : NONE);
}
