/**
 * The contract of the whole pipeline: what a translatable string is, and what stands inside it.
 * Types and pure constants only; every station may import this file.
 */
export const STATES = ['initial', 'translated', 'reviewed', 'final'];
