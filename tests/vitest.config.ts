import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/compile.ts',
    // Whoever has a database of a team does not want the tests to work there.
    env: { DATABASE_URL: '' },
    // By itself vitest leaves a core free, which on two cores is half of the machine; its workers mostly wait for commands.
    maxWorkers: '100%',
    // Commands run as processes of their own; on two busy cores a dozen of them take a while.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
