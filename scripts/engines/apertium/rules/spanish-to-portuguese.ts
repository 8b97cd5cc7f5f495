/** Spanish words that the pair with Portuguese lacks and that drafts from English are full of. */
import type { Words } from './words.ts';

export const portugueseWords: Words = {
  n: `
    encuesta pesquisa<f>, nominación indicação<f>`,
  vblex: `
    alojar alojar`,
};
