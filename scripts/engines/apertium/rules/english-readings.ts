/**
 * English before the tagger, which often picks a wrong reading while the right one stands beside it. Each rule was tried
 * on texts in which it was not found. Here: names, modal verbs, prepositions, words that join clauses.
 */
import { ADVERB, AUXILIARY, IN_PHRASE, NOT_FINITE, PHRASE, PREPOSITIONS } from './english-patterns.ts';
import { englishCommands } from './english-commands.ts';
import { englishVerbs } from './english-verbs.ts';
import type { Rule } from './rule.ts';

export const englishReadings: readonly Rule[] = [
  ...englishCommands,
  // Names
  {
    name: 'a capital inside a sentence is a place or a firm',
    word: /^[A-Z]\p{Ll}+\/.*<np><(?:loc|org|al)>/u,
    keep: /<np>/,
    unless: [{ at: -1, is: /<edge>|<sent>|["“(]/ }],
    examples: [['People in Turkey eat bread.', 'en Turquía']],
  },
  {
    name: 'a capital after a name is a name',
    word: /^[A-Z]\p{Ll}+\/.*<np>/u,
    keep: /<np>/,
    when: [{ at: -1, is: /^[A-Z].*(?:<np>|\/\*)/ }],
    unless: [
      { at: 1, is: /<n>/ },
      {
        at: 0,
        is: /^(?:River|Lake|Island|Street|Park|Sea|Bay|Mountain|Bridge|Castle|Church|University|School|House|Hall)\//,
      },
    ],
    examples: [['He met Zxcvb Brown in London.', 'Brown']],
  },
  {
    name: 'may is a month after a preposition or before a number',
    word: /^May\//,
    keep: /<n>/,
    when: [{ at: -1, is: /<pr>|<num>/ }],
    examples: [['It began in May.', 'mayo']],
  },
  // Verbs of which another verb's form is spelt alike
  {
    name: 'modal verbs',
    word: /^(?:must|can|will|may)\//i,
    keep: /<vaux>/,
    unless: [{ at: -1, is: /<det>|<adj>|<pos>/ }],
    examples: [['They must wait.', 'tienen que']],
  },
  {
    name: 'saw is of see, felt of feel',
    word: /^(?:saw|felt)\//,
    keep: /<past>|<pp>/,
    unless: [{ at: -1, is: /<det>|<adj>/ }],
    examples: [['We saw the house.', 'Vimos']],
  },
  {
    name: 'found is of find, fell of fall',
    word: /^(?:found|fell|wound|bound|ground|lay|rent)\/(?:find|fall|wind|bind|grind|lie|rend)</,
    drop: /<inf>|<pres>/,
    examples: [['They found water.', 'Encontraron']],
  },
  {
    name: 'a noun or verb after a modal is a verb',
    word: /<vblex><inf>/,
    keep: /<vblex><inf>/,
    when: [
      { at: -1, skip: /<adv>|^n't/, only: /<vaux>/ },
      { at: 0, is: /<n>/ },
    ],
    examples: [['They can benefit.', 'pueden beneficiar']],
  },
  {
    name: 'a noun or verb after to and before a noun phrase is a verb',
    word: /<vblex><inf>/,
    keep: /<vblex><inf>/,
    when: [
      { at: -1, is: /^to\//i },
      { at: 1, is: /<det>|<prn><obj>|<pos>/ },
    ],
    examples: [['It is necessary to water the plants.', 'abrevar']],
  },
  // Prepositions
  {
    name: 'after and before open a clause where a verb follows',
    word: /^(?:after|before)\/.*<cnjadv>/i,
    keep: /<cnjadv>/,
    when: [
      { at: 1, skip: NOT_FINITE, is: /<past>|<pri>|<vbser>|<vbhaver>|<vaux>|<vbdo>/, only: /<vb|<va/ },
      { at: 1, is: PHRASE },
    ],
    examples: [['They left before the rain started.', 'antes de que']],
  },
  {
    name: 'before a noun phrase stands a preposition',
    word: new RegExp(`^(?:${PREPOSITIONS})/.*<pr>`, 'i'),
    keep: /<pr>/,
    when: [{ at: 1, is: PHRASE }],
    unless: [
      { at: 1, is: /<prn><subj>|^that\// },
      { at: 1, only: /<vblex>/ },
      // `the outside edge`
      { at: -1, only: /<det>|<pos>/ },
      { at: 0, is: /^(?:over|about|around|under|up|near|within|like)\//i },
    ],
    examples: [['The book lies on the table.', 'en la mesa']],
  },
  {
    name: 'over, about and around are prepositions before a noun phrase without a number',
    word: /^(?:over|about|around|under|near|within)\/.*<pr>/i,
    keep: /<pr>/,
    when: [{ at: 1, is: PHRASE }],
    unless: [
      { at: 1, is: /<prn><subj>|<num>/ },
      { at: 1, only: /<vblex>/ },
    ],
    examples: [['A book about the sea.', 'sobre el mar']],
  },
  {
    name: 'like is a preposition',
    word: /^like\//i,
    keep: /<pr>/,
    unless: [
      { at: -1, skip: ADVERB, is: /<prn><subj>|<vaux>|<vbdo>|<edge>|^(?:to|n't|who)\// },
      { at: 1, is: /<edge>|<ger>|^to\// },
    ],
    examples: [['Treatments like laser are expensive.', 'como']],
  },
  {
    name: 'like at the start is a preposition where a comma follows',
    word: /^Like\//,
    keep: /<pr>/,
    when: [
      { at: -1, is: /<edge>/ },
      { at: 1, skip: /^(?!.*<(?:cm|sent|past|pri|vbser|vbhaver|vaux|vbdo)>)/, is: /<cm>/ },
    ],
    examples: [['Like his father, he works.', 'como su padre']],
  },
  // Words that ask, and words that join
  {
    name: 'when joins',
    word: /^when\//i,
    keep: /<cnjadv>/,
    unless: [
      { at: 1, is: AUXILIARY },
      { at: 1, is: /^to\// },
    ],
    examples: [['It hurts when I walk.', 'cuando']],
  },
  {
    name: 'where joins',
    word: /^where\//i,
    keep: /<rel>/,
    unless: [
      { at: 1, is: AUXILIARY },
      { at: 1, is: /^to\// },
      { at: -1, is: /<edge>/ },
    ],
    examples: [['The house where we live is old.', 'donde']],
  },
  {
    name: 'who and which join',
    word: /^(?:who|which)\//,
    keep: /<rel>/,
    when: [{ at: -1, is: /<(?:n|np|cm|prn|num|adj)>|\/\*/ }],
    unless: [{ at: -1, is: /<edge>/ }],
    examples: [['The man who lives here is old.', 'que vive']],
  },
  {
    name: 'what joins after a verb or preposition',
    word: /^what\//,
    keep: /<rel>/,
    when: [{ at: -1, is: /<vblex>|<pr>|<vbser>/ }],
    unless: [{ at: 1, is: /<n>|<sent>|<edge>|<cm>/ }],
    examples: [['This is what they want.', 'lo que']],
  },
  {
    name: 'that joins what there is',
    word: /^that\//i,
    keep: /<cnjsub>/,
    when: [{ at: 1, is: /^there\// }],
    unless: [{ at: -1, is: /<edge>/ }],
    examples: [['Note that there are many islands.', 'que hay']],
  },
  {
    name: 'that joins a clause to a verb',
    word: /^that\//,
    keep: /<cnjsub>/,
    when: [
      { at: -1, skip: ADVERB, is: /<vblex>|<vbser>|<adj>/ },
      { at: 1, is: /<subj>|<det>|<np>|<n><pl>|\/\*|<predet>/ },
    ],
    unless: [{ at: -1, skip: ADVERB, is: /<n>/ }],
    examples: [['They believe that the house is old.', 'que la casa']],
  },
  {
    name: 'that joins a verb to a noun',
    word: /^that\//,
    keep: /<rel>/,
    when: [
      { at: -1, is: /<n>|<np>|\/\*|<prn>/ },
      { at: 1, skip: ADVERB, is: /<(?:vblex|vbser|vbhaver|vaux)>/ },
    ],
    unless: [{ at: 1, only: /<n>|<adj>/ }],
    examples: [['The man that came was old.', 'que']],
  },
  {
    name: 'as before a noun phrase',
    word: /^as\//i,
    keep: /<pr>/,
    when: [{ at: 1, is: /<(?:det|n|np|num)>|\/\*/ }],
    unless: [
      { at: 1, skip: IN_PHRASE, is: /<past>|<pri>|<vbser>|<vbhaver>|<vaux>|<vbdo>/ },
      { at: 1, is: /<subj>/ },
    ],
    examples: [['He works as head of the school.', 'como']],
  },
  {
    name: 'as before a clause',
    word: /^as\//i,
    keep: /<cnjadv>/,
    when: [{ at: 1, skip: IN_PHRASE, is: /<past>|<pri>|<vbser>|<vbhaver>|<vaux>|<vbdo>|<subj>/ }],
    unless: [
      { at: 2, is: /^as\// },
      { at: 1, only: /<adj>/ },
    ],
    examples: [['As often happens, it rains.', 'Como']],
  },
  {
    name: 'after a conjunction a noun or verb is a noun',
    word: /<vblex><inf>/,
    drop: /<vblex>/,
    when: [
      { at: -1, only: /<cnjadv>/ },
      { at: 0, is: /<n>/ },
      { at: 1, is: /<past>|<pri>/ },
    ],
    examples: [['As time passed, the words changed.', 'tiempo']],
  },
  {
    name: 'some before a noun is no pronoun',
    word: /^(?:some|any|these|those|many|several)\//i,
    drop: /<prn>/,
    when: [{ at: 1, only: /<(?:n|adj)>/ }],
    examples: [['He saw some key ideas.', 'algunas ideas']],
  },
  {
    name: 'what stands alone is a pronoun',
    word: /^(?:these|those|that|some|many|several)\/.*<prn>/i,
    drop: /<det>/,
    when: [{ at: 1, only: /<(?:cm|sent|edge|cnjcoo|cnjadv|vbser|vbhaver|vaux)>|^of\// }],
    examples: [['The books and those of the house are old.', 'aquellos de']],
  },
  ...englishVerbs,
];
