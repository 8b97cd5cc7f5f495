/** English before the tagger: questions, verbs beside nouns, participles beside the past. */
import { ADVERB, AUXILIARY, CLAUSE_EDGE, NOT_FINITE, NOUN, SUBJECT } from './english-patterns.ts';
import type { Rule } from './rule.ts';

export const englishVerbs: readonly Rule[] = [
  // Questions
  {
    name: 'do-questions and negations have an infinitive',
    word: /<vblex><inf>/,
    keep: /<vblex><inf>/,
    when: [
      { at: -1, skip: ADVERB, is: SUBJECT },
      { at: -2, skip: ADVERB, is: /<vbdo>|<vaux>/ },
    ],
    examples: [['Do they really work?', 'Realmente']],
  },
  {
    name: 'do before an object is no auxiliary',
    word: /<vbdo>/,
    drop: /<vbdo>/,
    when: [{ at: 1, skip: ADVERB, is: /<(?:det|tn|obj|n|pr|sent|cm|edge)>/ }],
    unless: [{ at: 1, skip: ADVERB, is: /<subj>|<inf>/ }],
    examples: [['They do this often.', 'hacen']],
  },
  {
    name: 'a verb follows a pronoun that can only be its subject',
    word: /<vblex><(?:pres|pri|past)>/,
    keep: /<vblex><(?:pres|pri|past)>/,
    when: [{ at: -1, skip: ADVERB, only: SUBJECT }],
    unless: [{ at: 0, is: AUXILIARY }],
    examples: [['They need water.', 'Necesitan agua']],
  },
  {
    name: 'it after be is the subject of a question',
    word: /^it\//,
    keep: SUBJECT,
    when: [{ at: -1, is: /<vbser>|<vbdo>/ }],
    unless: [{ at: -2, is: SUBJECT }],
    examples: [['Is it new?', 'Es nuevo']],
  },
  {
    name: 'it after an infinitive or -ing is its object',
    word: /^it\//,
    keep: /<obj>/,
    when: [{ at: -1, is: /<inf>|<ger>/ }],
    unless: [{ at: 1, skip: ADVERB, is: /<past>|<pri>|<vbser>|<vbhaver>|<vaux>|<vbdo>/ }],
    examples: [['This is how to watch it without turning it.', 'mirarlo']],
  },
  {
    name: 'a verb in the past after that',
    word: /<past>/,
    keep: /<past>/,
    when: [{ at: -1, skip: ADVERB, only: /<rel>/ }],
    unless: [{ at: 0, is: AUXILIARY }],
    examples: [['The house that burned was old.', 'que quemó']],
  },
  {
    name: 'just is an adverb',
    word: /^just\//i,
    keep: /<adv>/,
    unless: [{ at: -1, is: /<det>/ }],
    examples: [['It is just marketing.', 'sólo']],
  },
  {
    name: "'s before a noun is a genitive",
    word: /^'s\/.*<gen>/,
    keep: /<gen>/,
    when: [
      { at: -1, is: NOUN },
      { at: 1, is: /<n>|<adj>|<np>|<ord>|<num>/ },
    ],
    unless: [{ at: 1, is: /<det><(?:def|ind)>|<ger>|<adv>/ }],
    examples: [["Zxcvb's head is big.", 'la cabeza']],
  },
  // Participles and past
  {
    name: 'X-ed by is a participle',
    word: /<pp>/,
    keep: /<pp>/,
    when: [
      { at: 1, is: /^by\// },
      { at: -1, is: /<n>|<np>/ },
    ],
    examples: [['A house painted by a friend.', 'pintada por']],
  },
  {
    name: 'keep it X-ed',
    word: /<pp>/,
    keep: /<pp>/,
    when: [
      { at: -1, is: /<prn><obj>/ },
      { at: -2, is: /\/(?:keep|make|leave|get|have)</i },
    ],
    examples: [['Keep it balanced.', 'equilibrado']],
  },
  {
    name: 'the first verb after a subject is in the past',
    word: /<past>/,
    keep: /<past>/,
    when: [
      { at: -1, skip: ADVERB, is: /<n>|<np>|\/\*|<subj>/ },
      { at: -1, skip: /<(?:det|adj|n|np|num|pos|gen|pr|adv|preadv|prn|cnjcoo)>|\/\*/, is: CLAUSE_EDGE },
    ],
    unless: [
      { at: 1, is: /^by\// },
      {
        at: 1,
        skip: /^(?!.*<(?:vbser|vaux|vbhaver|vbdo|sent|cm|cnjcoo|cnjsub|rel)>)/,
        is: /<(?:vbser|vaux|vbhaver|vbdo)>/,
      },
      { at: -1, is: AUXILIARY },
    ],
    examples: [['The plane crashed onto a house.', 'chocó']],
  },
  {
    name: 'X-ed after a past and a conjunction is past',
    word: /<past>/,
    keep: /<past>/,
    when: [
      { at: -1, skip: ADVERB, is: /<cnjcoo>/ },
      { at: -1, skip: /^(?!.*<(?:past|pp|vbser|vbhaver|sent|cm)>)/, only: /<past>/ },
    ],
    examples: [['She sang and danced.', 'bailó']],
  },
  // Nouns
  {
    name: 'noun + verb in -s before a comparison, determiner or adverb',
    word: /<vblex><pri><p3><sg>/,
    keep: /<vblex>/,
    when: [
      { at: -1, skip: /<(?:adv|lpar|rpar)>/, is: /<n><sg>|<np>|\/\*/ },
      { at: 1, is: /^more|<det>|<adv>|<pos>/ },
    ],
    unless: [
      { at: 1, is: /^(?:of|and)\// },
      { at: -1, is: /<adj>|<det>/ },
      { at: -1, skip: NOT_FINITE, is: /<past>|<pri>|<vbser>|<vbhaver>|<vaux>|<vbdo>/ },
    ],
    examples: [['The truth matters more.', 'importa']],
  },
  {
    name: 'a noun or verb after who is a verb',
    word: /<vblex><(?:pres|pri)/,
    keep: /<vblex><(?:pres|pri|past)/,
    when: [
      { at: -1, skip: ADVERB, only: /<rel>/ },
      { at: -1, skip: ADVERB, is: /^(?:who|that)\// },
      { at: 0, is: /<n>/ },
    ],
    examples: [['People who work here are young.', 'que trabajan']],
  },
  {
    name: 'it before a verb in -s is its subject',
    word: /^it\//,
    keep: /<subj>/,
    when: [{ at: 1, is: /<vblex><pri><p3><sg>|<vbser>|<vbhaver>|<vaux>|<vbdo>|<vblex><past>/ }],
    unless: [{ at: -1, is: /<pr>|<inf>|<ger>/ }],
    examples: [['They say that it works well.', 'trabaja']],
  },
  {
    name: 'have before a participle is an auxiliary',
    word: /<vbhaver>/,
    keep: /<vbhaver>/,
    when: [{ at: 1, skip: /<adv>|^n't|<subj>|<preadv>/, is: /<pp>/ }],
    unless: [{ at: 1, is: /<det>|<adj>|<n>/ }],
    examples: [['Most have involved people.', 'implicado']],
  },
  {
    name: 'a participle follows have',
    word: /<pp>/,
    keep: /<pp>/,
    when: [{ at: -1, skip: /<adv>|^n't|<subj>|<preadv>/, only: /<vbhaver>/ }],
    examples: [['They have recently moved.', 'han']],
  },
  {
    name: 'have without a participle is no auxiliary',
    word: /<vbhaver>/,
    drop: /<vbhaver>/,
    when: [{ at: 1, skip: /<adv>|<preadv>/, is: /<(?:det|n|adj|num|prn|pr)>/ }],
    unless: [{ at: 1, skip: /<adv>|^n't|<subj>|<preadv>/, is: /<pp>/ }],
    examples: [['They will have little time.', 'tendrán']],
  },
  {
    name: 'first word in -ing is a noun where no comma follows',
    word: /<subs>/,
    keep: /<subs>/,
    when: [
      { at: -1, is: /<edge>/ },
      { at: 1, skip: /^[^,]+\//, is: /<edge>/ },
    ],
    examples: [['Storing bread is easy.', 'Almacenar el pan']],
  },
  {
    name: 'nouns that name a material or trade stay nouns',
    word: /^(?:gas|news|stock|horse|launch|car|student)\//i,
    drop: /<adj>/,
    examples: [['The gas company is old.', 'de gas']],
  },
  {
    name: 'students are many',
    word: /^students\//i,
    keep: /<n><pl>/,
    examples: [['The students came.', 'Los estudiantes']],
  },
];
