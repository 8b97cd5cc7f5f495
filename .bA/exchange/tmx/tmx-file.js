/** The property of a variant with the signatures of its codes in the order in which they open: TMX has no place for them. */
export const SIGNATURES = 'x-signatures';
