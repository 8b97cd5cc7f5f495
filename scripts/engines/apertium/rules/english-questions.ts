/** English before the tagger: questions, and the words that are told by what is asked of them. */
import { ADVERB, AUXILIARY, NOUN, SUBJECT } from './english-patterns.ts';
import type { Rule } from './rule.ts';

export const englishQuestions: readonly Rule[] = [
  {
    name: 'do-questions and negations have an infinitive',
    word: /<vblex><inf>/,
    keep: /<vblex><inf>/,
    when: [
      { at: -1, skip: ADVERB, is: SUBJECT },
      { at: -2, skip: ADVERB, is: /<vbdo>|<vaux>/ },
    ],
    // Transfer knows these with the verb as it is.
    unless: [{ at: -3, is: /^how\//i }],
    examples: [['Do they really work?', 'Realmente']],
  },
  {
    name: 'do before an object is no auxiliary',
    word: /<vbdo>/,
    drop: /<vbdo>/,
    when: [{ at: 1, skip: ADVERB, is: /<(?:det|tn|obj|n|pr)>/ }],
    unless: [
      { at: 1, skip: ADVERB, is: /<subj>|<inf>/ },
      { at: -1, is: /^(?:as|than)\// },
    ],
    examples: [['They do this often.', 'hacen']],
  },
  {
    name: 'do it is no question',
    word: /<vbdo>/,
    drop: /<vbdo>/,
    when: [{ at: 1, is: /^it\// }],
    unless: [{ at: 2, skip: ADVERB, is: /<(?:inf|pres)>|<vb/ }],
    examples: [['They do it every day.', 'hacen']],
  },
  {
    name: 'a verb follows a pronoun that can only be its subject',
    word: /<vblex><(?:pres|pri|past)>/,
    keep: /<vblex><(?:pres|pri|past)>/,
    when: [{ at: -1, skip: ADVERB, only: SUBJECT }],
    // `I've` has a verb of its own.
    unless: [
      { at: 0, is: AUXILIARY },
      { at: -1, is: /\+/ },
    ],
    examples: [['They need water.', 'Necesitan agua']],
  },
  {
    name: 'it after be is the subject of a question',
    word: /^it\//,
    keep: SUBJECT,
    when: [{ at: -1, is: /<vbser>|<vbdo>/ }],
    unless: [
      { at: -2, is: SUBJECT },
      // `Do it now.`
      { at: -1, is: /^do(?:n't)?\//i },
    ],
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
];
