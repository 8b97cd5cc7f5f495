/** What a termbase holds. Concepts have terms, terms have a language: the model of TBX. */
export const STATUSES = ['preferred', 'admitted', 'deprecated', 'do-not-translate'];
export const GENDERS = ['m', 'f', 'n'];
