/** Italian out of Spanish, before generation. The examples are Spanish. */
import type { Phrase } from './rule.ts';

export const italianPhrases: readonly Phrase[] = [
  {
    name: 'stato agrees with the participle after it',
    find: /\^(essere<vbser>|stare<vblex>)<pp><m><sg>\$ \^([^<$]+<vblex><pp>)(<(?:f><sg|f><pl|m><pl)>)\$/g,
    by: (_, be, verb, tags) => `^${be}<pp>${tags}$ ^${verb}${tags}$`,
    examples: [['Las casas fueron vendidas.', 'sono state vendute']],
  },
];
