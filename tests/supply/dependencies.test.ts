import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALLOWED, faultsOf, readDependencies } from '../../scripts/supply/dependencies.ts';
import { REPOSITORY } from '../commands/temporary-project.ts';

it('every dependency has an allowed licence, a hash in the lock file, and no install script', () => {
  const dependencies = readDependencies(REPOSITORY);
  expect(dependencies.length).toBeGreaterThan(100);
  expect(faultsOf(dependencies)).toEqual([]);
});

it('all of them are named exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

it('tells what is not as it must be', () => {
  const good = {
    name: 'a',
    version: '1.0.0',
    isForDevelopment: false,
    hasInstallScript: false,
    hasIntegrity: true,
    bytes: 1,
  };
  const faults = (licence: string, more = {}): number => faultsOf([{ ...good, licence, ...more }]).length;
  expect(faults('MIT')).toBe(0);
  expect(faults('(GPL-3.0 OR MIT)')).toBe(0);
  expect(faults('MIT AND GPL-3.0')).toBe(1);
  expect(faults('CC-BY-SA-4.0')).toBe(1);
  expect(faults('CC-BY-SA-4.0', { isForDevelopment: true })).toBe(0);
  expect(faults('unknown', { hasInstallScript: true, hasIntegrity: false })).toBe(3);
});

it('what is in the bundle has a licence that users may have, and its text goes along', () => {
  const parts = readFileSync(join(REPOSITORY, '.build/chunks/LICENCES.txt'), 'utf8').split(/\n-{80}\n\n/);
  const heads = parts.map((part) => /^(\S+) \S+ \((.+)\)$/m.exec(part));
  expect(heads.length).toBeGreaterThan(50);
  for (const [line = '', , licence = ''] of heads.map((head) => head ?? [])) expect(ALLOWED, line).toContain(licence);
});
