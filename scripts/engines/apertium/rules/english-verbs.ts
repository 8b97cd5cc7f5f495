/** English before the tagger: verbs beside nouns, participles beside the past. */
import { ADVERB, AUXILIARY, CLAUSE_EDGE, NOT_FINITE } from './english-patterns.ts';
import { englishQuestions } from './english-questions.ts';
import type { Rule } from './rule.ts';

/** Between `have` and its participle; `I've` is a pronoun with its verb glued to it. */
const BETWEEN = /^(?!.*<vb).*(?:<adv>|<subj>|<preadv>)|^n't/;

export const englishVerbs: readonly Rule[] = [
  ...englishQuestions,
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
    unless: [
      { at: 0, is: /\/have</ },
      { at: -2, is: /^Had\// },
    ],
    examples: [['Keep it balanced.', 'equilibrado']],
  },
  {
    name: 'found in is a participle after a noun',
    word: /^(?:found|made|used|known|based|located|seen|held|given|needed|required|associated|designed|intended|written|built|shown)\/.*<pp>/,
    keep: /<pp>/,
    when: [
      { at: -1, is: /<n>/ },
      { at: 1, is: /^(?:in|for|as|of|from|with|within|among|throughout|under)\// },
    ],
    unless: [
      { at: -1, is: /<prn>/ },
      { at: 2, skip: NOT_FINITE, is: /<edge>|<sent>/ },
    ],
    examples: [['It contains citral, a compound found in fruit, and is good.', 'encontrado']],
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
  {
    name: 'when, if or once + X-ed is a participle',
    word: /<pp>/,
    keep: /<pp>/,
    when: [{ at: -1, is: /^(?:when|if|once|unless|while|until)\//i }],
    unless: [{ at: 0, is: /<pres>|<inf>/ }],
    examples: [['When used daily, it works.', 'utilizado']],
  },
  {
    name: 'X-ed before a noun, after a noun phrase with a preposition and a conjunction',
    word: /<pp>/,
    keep: /<pp>/,
    when: [
      { at: -1, is: /<cnjcoo>/ },
      { at: -2, is: /<n>/ },
      { at: -3, is: /<pr>/ },
      { at: 1, is: /<n>/ },
    ],
    examples: [['It is applied in creams or targeted treatments.', 'tratamientos']],
  },
  {
    name: 'after be stands no infinitive',
    word: /<adj>/,
    drop: /<vblex><(?:inf|pres)>/,
    when: [{ at: -1, skip: /<adv>|<preadv>|^(?:n't|yet|so)\//, only: /<vbser>/ }],
    unless: [{ at: 0, is: /<adv>/ }],
    examples: [['It is not yet clear.', 'claro']],
  },
  {
    name: 'help + noun + verb',
    word: /<vblex><inf>/,
    keep: /<vblex><inf>/,
    when: [
      { at: -1, is: /<n>|<np>/ },
      { at: -1, skip: /<(?:det|adj|n|np|pos)>/, is: /\/help<vblex>/ },
    ],
    unless: [{ at: 0, is: /<n>/ }],
    examples: [['They help the skin survive.', 'sobrevivir']],
  },
  {
    name: 'stay before an adjective or participle is a verb',
    word: /^(?:stay|feel|look|remain)\/.*<vblex>/,
    drop: /<n>/,
    when: [{ at: 1, is: /<adj>|<pp>|\/\*/ }],
    unless: [{ at: -1, is: /<det>|<adj>|<pos>/ }],
    examples: [['They help the skin live, stay clean and grow.', 'queda limpio']],
  },
  {
    name: 'verbs in a list',
    word: /^(?:produce|support|reduce|promote|improve|increase|protect|strengthen|prevent|provide|create|control)\/.*<vblex><inf>/,
    keep: /<vblex><inf>/,
    when: [
      { at: -1, is: /^(?:,|and)\// },
      { at: 1, is: /<(?:det|n|adj|pos)>/ },
      { at: -1, skip: /^(?!.*<(?:inf|sent)>)/, is: /<inf>/ },
    ],
    unless: [{ at: 1, only: /<vblex>/ }],
    examples: [['It can grow, control water and produce fruit.', 'producir fruta']],
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
    name: 'what has an object is a verb',
    word: /<vblex><pri><p3><sg>/,
    keep: /<vblex>/,
    when: [
      { at: -1, is: /<(?:cnjcoo|cm|np|subj|rel)>/ },
      { at: 1, is: /^(?:me|us|him|them|you)\// },
    ],
    examples: [['Your friend arrives late and calls you on the phone.', 'te llama']],
  },
  {
    name: 'you after a verb in -s is its object',
    word: /^you\//i,
    keep: /<obj>/,
    when: [{ at: -1, only: /<vblex><pri><p3><sg>/ }],
    examples: [['Your friend arrives late and calls you on the phone.', 'te llama']],
  },
  {
    name: 'a noun or verb after who is a verb',
    word: /<vblex><(?:pres|pri)/,
    keep: /<vblex><(?:pres|pri|past)/,
    when: [
      { at: -1, skip: ADVERB, only: /<rel>/ },
      { at: -1, skip: ADVERB, is: /^(?:who|that|which)\// },
      { at: 0, is: /<n>/ },
    ],
    unless: [{ at: 1, is: /<(?:past|pri|vbser|vbhaver|vaux|vbdo)>/ }],
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
    when: [{ at: 1, skip: BETWEEN, is: /<pp>/ }],
    unless: [{ at: 1, is: /<det>|<adj>|<n>/ }],
    examples: [['Most have involved people.', 'implicado']],
  },
  {
    name: 'a participle follows have',
    word: /<pp>/,
    keep: /<pp>/,
    when: [{ at: -1, skip: BETWEEN, only: /<vbhaver>/ }],
    examples: [['They have recently moved.', 'han']],
  },
  {
    name: 'have without a participle is no auxiliary',
    word: /<vbhaver>/,
    drop: /<vbhaver>/,
    when: [{ at: 1, skip: /<adv>|<preadv>/, is: /<(?:det|n|adj|num|prn|pr)>/ }],
    unless: [{ at: 1, skip: BETWEEN, is: /<pp>/ }],
    examples: [['They will have little time.', 'tendrán']],
  },
  {
    name: 'what lies somewhere is there',
    word: /^lies\/lie<n><pl>/,
    change: [/^lie<n><pl>/, 'be<vbser><pri><p3><sg>'],
    when: [
      { at: -1, is: /<n><sg>|<np>/ },
      { at: 1, is: /^(?:somewhere|in|on|at|between|beyond|behind|beneath|within|deep|ahead)\// },
    ],
    unless: [{ at: -1, is: /<adj>/ }],
    examples: [['The truth lies somewhere in the middle.', 'la verdad es']],
  },
  {
    name: 'a noun in -ing before a verb',
    word: /<subs>/,
    keep: /<n>/,
    when: [
      { at: -1, is: /<edge>/ },
      { at: 0, is: /<n>/ },
      { at: 1, is: /<vaux>|<vbser>|<vbhaver>/ },
    ],
    examples: [['Reasoning can go wrong.', 'el razonamiento']],
  },
  {
    name: 'first word in -ing is a noun where no comma follows',
    word: /<subs>/,
    keep: /<subs>/,
    when: [
      { at: -1, is: /<edge>/ },
      { at: 1, skip: /^[^,]+\//, is: /<edge>/ },
    ],
    unless: [{ at: 1, is: /<num>/ }],
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
