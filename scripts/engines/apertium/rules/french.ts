/** French out of Spanish, before generation. The examples are Spanish. */
import type { Rule } from './rule.ts';

const FINITE = '<(?:pri|ifi|pii|fti|cni|prs|pis)>';

export const frenchRules: readonly Rule[] = [
  {
    name: 'no subject beside que that is one',
    word: /^il<prn><tn><p3>/,
    remove: true,
    when: [
      { at: -1, is: /^que<rel>/ },
      { at: -2, is: /<n>|<np>|<cm>|^\*/ },
      { at: 1, skip: /<adv>|<prn><pro>/, is: new RegExp(FINITE) },
    ],
    examples: [['Es una plataforma que integra siete juegos.', 'plate-forme qui']],
  },
  {
    name: 'que that is a subject is qui',
    word: /^que<rel>/,
    change: [/^que/, 'qui'],
    when: [
      { at: -1, is: /<n>|<np>|<cm>|<adj>|^\*/ },
      { at: 1, skip: /<adv>|<prn><pro>/, is: new RegExp(FINITE) },
    ],
    examples: [['Es una plataforma que integra siete juegos.', 'plate-forme qui']],
  },
  {
    name: 'no second subject after a noun',
    word: /^il<prn><tn><p3>/,
    remove: true,
    when: [
      { at: -1, skip: /<adv>/, is: /<n>|<np>|^\*|<adj>|<pp>/ },
      { at: 1, skip: /<adv>|<prn><pro>/, is: new RegExp(FINITE) },
    ],
    unless: [
      // A noun phrase after a preposition, a conjunction or a verb is no subject.
      { at: -1, skip: /<(?:n|np|adj|adv|det|num|pp)>|^\*|^de<pr>/, is: /^(?!de<)[^<]*<pr>|<(?:pri|ifi|inf|ger)>/ },
      // `il fait trois ans`, `il y a`
      { at: 1, is: /^faire<vblex><pri><p3><sg>|^y</ },
    ],
    examples: [['Muchos de sus escritores han ido en tren.', 'écrivains sont allés']],
  },
  {
    name: 'ne without a verb is pas',
    word: /^ne<adv>/i,
    change: [/^ne/i, 'pas'],
    when: [{ at: 1, is: /^seulement<adv>/ }],
    unless: [{ at: 1, skip: /<adv>/, is: /<(?:pri|ifi|pii|fti|cni|prs|pis|inf)>/ }],
    examples: [['No sólo para la piel.', 'pas seulement']],
  },
  {
    name: 'no subject between que and être',
    word: /^il<prn><tn>/i,
    remove: true,
    when: [
      { at: -1, is: /^qu'est-ce que<prn><itg>/i },
      { at: 1, is: /^être<vb/ },
    ],
    examples: [['¿Qué son los exosomas?', 'que sont']],
  },
  {
    name: 'que is asked before être',
    word: /^qu'est-ce que<prn><itg>/i,
    change: [/^(q|Q)u'est-ce que<.*$/, '*$1ue'],
    when: [{ at: 1, is: /^être<vb/ }],
    examples: [['¿Qué son los exosomas?', 'que sont']],
  },
  {
    name: 'there is has a subject',
    word: /^y avoir<vblex>/i,
    insert: [/^.*$/, 'il<prn><tn><p3><m><sg>'],
    when: [{ at: -1, is: /<(?:cnjsub|rel|adv|n|np|adj|pp|cnjadv)>|<edge>|<cm>|^\*/ }],
    unless: [
      { at: -1, is: /^(?:ne|en)</ },
      { at: 1, is: /^\*|<pp>/ },
    ],
    examples: [['Seguro hay agujeros en la olla.', 'il y a']],
  },
];
