import type { Section } from '../desk.ts';

/** All proofs, by name. A new one is one file here, and one row. Each is loaded when it is asked for. */
export const SECTIONS: ReadonlyMap<string, Section> = new Map<string, Section>([
  ['sites', async (desk) => (await import('./sites.ts')).sites(desk)],
  ['exchange', async (desk) => (await import('./exchange.ts')).exchange(desk)],
  ['checks', async (desk) => (await import('./checks.ts')).checks(desk)],
  ['evaluation', async (desk) => (await import('./evaluation.ts')).evaluation(desk)],
]);
