/** How a reader is addressed, before generation. English knows one `you`; the legs write it as one person in small letters. */
import type { Rule } from './rule.ts';

export type Formality = 'default' | 'more' | 'less';

const SECOND = /<p2><sg>/;

/** `vous avez votre maison`. */
const FRENCH: readonly Rule[] = [
  {
    name: 'vous',
    word: /^(?:tu|te|toi)<prn>/i,
    change: [/^(?:tu|te|toi)(<prn><(?:tn|pro|enc)>)<p2><mf><sg>/i, 'vous$1<p2><mf><pl>'],
    examples: [['Tienes una casa.', 'vous avez']],
  },
  { name: 'avez', word: SECOND, change: [SECOND, '<p2><pl>'], examples: [['Puedes comer.', 'pouvez manger']] },
  {
    name: 'votre',
    word: /^ton<det><pos>/i,
    change: [/^ton<det><pos><\w+>/i, 'votre<det><pos><mf>'],
    examples: [['Es tu casa.', 'votre maison']],
  },
];

/** `usted tiene su casa`: the third person. Object pronouns stay as they are: `le` and `lo` depend on the verb. */
const SPANISH: readonly Rule[] = [
  {
    name: 'usted',
    word: /<vb\w+><\w+><p2><sg>/,
    change: [SECOND, '<p3><sg>'],
    examples: [['You can eat bread.', 'puede comer']],
  },
  {
    name: 'su',
    word: /^tuyo<det><pos>/i,
    change: [/^(.)uyo/, 'suyo'],
    examples: [['It is your house.', 'su casa']],
  },
];

/** `Lei ha la sua casa`. */
const ITALIAN: readonly Rule[] = [
  {
    name: 'lei',
    word: /<vb\w+><\w+><p2><sg>/,
    change: [SECOND, '<p3><sg>'],
    examples: [['Puedes comer.', 'può mangiare']],
  },
  {
    name: 'suo',
    word: /^(?:il )?tuo<(?:det|adj)><pos>/i,
    change: [/tuo/i, 'suo'],
    examples: [['Es tu casa.', 'sua casa']],
  },
];

/**
 * The rules for a language and a register. French addresses readers formally unless it is told otherwise; the languages
 * without rules have one register.
 *
 * @param language BCP 47.
 */
export function formalityRules(language: string, formality: Formality): readonly Rule[] {
  const [primary] = language.split('-');
  if (primary === 'fr') return formality === 'less' ? [] : FRENCH;
  if (formality !== 'more') return [];
  return primary === 'es' ? SPANISH : primary === 'it' ? ITALIAN : [];
}
