/** What the rules on English readings look for. */

export const AUXILIARY = /<(?:vbser|vbhaver|vbdo|vaux)>/;
export const SUBJECT = /<prn><subj>/;
export const NOUN = /<n>|<np>|\/\*/;
/** What a noun phrase begins with: an article, a number, an adjective, a noun, a name. */
export const PHRASE = /<(?:det|predet|num|adj|n|np|prn)>|\/\*/;
/** `doesn't` is a verb with an adverb glued to it. */
export const ADVERB = /^(?!.*<(?:vb|vaux)).*<(?:adv|preadv)>|^then\//;
export const CLAUSE_EDGE = /<(?:edge|cm|sent|cnjsub|cnjadv|guio)>|\/[.;:]/;
/** Passed over on the way to the next finite verb of the clause. */
export const NOT_FINITE = /^(?!.*<(?:past|pri|vbser|vbhaver|vaux|vbdo|sent|cm|cnjcoo|rel|cnjsub|cnjadv)>)/;
/** Passed over on the way from the first word of a noun phrase to what follows it. */
export const IN_PHRASE = /^(?!.*<(?:past|pri|vbser|vbhaver|vaux|vbdo|sent|cm|cnjcoo|rel|cnjsub|cnjadv|pr|subj)>)/;
export const PREPOSITIONS =
  'on|over|about|after|before|up|off|out|since|around|against|near|under|within|across|along|above|below|behind|inside|outside|throughout|beyond|past|by|like|round|opposite|underneath|alongside|towards?|into|onto|upon|via|beside';
