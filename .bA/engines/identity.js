/** The engine that gives back what it gets; for tests and for filling a language by hand. */
import { echo } from './echo.js';
export const identity = {
    name: 'identity',
    description: 'copies the source text; for tests',
    terms: ['token'],
    remote: false,
    unavailable: () => Promise.resolve(undefined),
    open: () => Promise.resolve(echo((content) => content)),
};
