/** Italian out of Spanish, before generation. The examples are Spanish. */
import type { Phrase } from './rule.ts';

const MONTH = 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre';

export const italianPhrases: readonly Phrase[] = [
  {
    name: 'dates have no prepositions',
    find: new RegExp(`(?<=\\^\\d{1,2}<num>\\$ )\\^di<pr>\\$ (?=\\^(?:${MONTH})<n>)`, 'g'),
    by: () => '',
    examples: [['Murió el 8 de enero de 1880.', '8 gennaio']],
  },
  {
    name: 'a month and its year have no preposition',
    find: new RegExp(`(\\^(?:${MONTH})<n>[^$]*\\$) \\^di<pr>\\$ (?=\\^\\d{4}<num>)`, 'g'),
    by: (_, month) => `${month} `,
    examples: [['Murió en enero de 1880.', 'gennaio 1880']],
  },
  {
    name: 'stato agrees with the participle after it',
    find: /\^(essere<vbser>|stare<vblex>)<pp><m><sg>\$ \^([^<$]+<vblex><pp>)(<(?:f><sg|f><pl|m><pl)>)\$/g,
    by: (_, be, verb, tags) => `^${be}<pp>${tags}$ ^${verb}${tags}$`,
    examples: [['Las casas fueron vendidas.', 'sono state vendute']],
  },
];
