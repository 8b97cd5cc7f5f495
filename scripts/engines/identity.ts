/** The engine that gives back what it gets; for tests and for filling a language by hand. */
import { echo } from './echo.ts';
import type { Engine } from './engine.ts';

export const identity: Engine = {
  name: 'identity',
  description: 'copies the source text; for tests',
  terms: ['token'],
  remote: false,
  estimate: (units) => ({ requests: units.length }),
  unavailable: () => Promise.resolve(undefined),
  open: () => Promise.resolve(echo((content) => content)),
};
