/** Names, keys and translations are somebody else's: what is shown of them drives no terminal and no CI job. */
import { expect, it } from 'vitest';
import { createLog, oneLine, printable, tameJson } from '../../scripts/project/log.ts';
import { namePattern } from '../../scripts/project/name-pattern.ts';
import { table } from '../../scripts/project/table.ts';
import fc from 'fast-check';

it('text for one line stays in its line, and begins none that is a command of a job', () => {
  expect(oneLine('a\n::error::b\r\nc\u2028d')).toBe('a ⏎ ::error::b ⏎ c ⏎ d');
  expect(oneLine('  ::add-mask::x')).toBe('\\::add-mask::x');
  expect(oneLine('x ##[add-path]y ##vso[task.setvariable]z ##TeamCity[x] ## [a]')).toBe(
    'x # #[add-path]y # #vso[task.setvariable]z # #TeamCity[x] ## [a]',
  );
  const hostile = fc.string({
    unit: fc.constantFrom('\n', '\r', ':', '#', '[', ' ', 'a', '\u2029', '\u001b', '\u202e'),
  });
  fc.assert(
    fc.property(hostile, (text) => {
      expect(oneLine(text)).not.toMatch(/[\n\r\u2028\u2029\u001b\u202e]|^\s*::|##\[/);
    }),
  );
});

it('no text turns the line around or drives the terminal', () => {
  expect(printable('a\u202eb\u2066c\u001b[2Jd\u0007')).toBe('a\ufffdb\ufffdc\ufffd[2Jd\ufffd');
  // Letters of all scripts, and the marks that only say where text of one direction ends, are left alone.
  expect(printable('שלום\u200f, مرحبا\u200e 👩‍👩‍👧')).toBe('שלום\u200f, مرحبا\u200e 👩‍👩‍👧');
});

it('JSON drives none either, and says the same', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('#', '[', 'vso[', '"', '\\', '\u2028', '\u009b', '\u202e', '\u007f', '\n', 'a'),
  });
  fc.assert(
    fc.property(hostile, (text) => {
      const tamed = tameJson(JSON.stringify({ [text]: text }, null, 2));
      expect(JSON.parse(tamed)).toEqual({ [text]: text });
      expect(tamed).not.toMatch(/[\u2028\u009b\u202e\u007f]|##(?:\[|vso)/);
    }),
  );
});

it('log and tables have a line for each line', () => {
  let said = '';
  const log = createLog({ write: (text) => (said += text) }, false);
  log.line('file a\n::error::x: bad');
  log.error('::warning::y');
  expect(said).toBe('file a ⏎ ::error::x: bad\n\\::warning::y\n');
  expect(table(['key'], [['a\n::error::b'], ['c']]).split('\n')).toHaveLength(4);
});

it('a pattern for names is what an expression would be, and as quick as it is long', () => {
  const letters = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 8 });
  fc.assert(
    fc.property(letters('ab.*'), letters('ab.*'), (pattern, name) => {
      const parts = pattern.split('*').map((part) => part.replaceAll('.', '\\.'));
      expect(namePattern(pattern)(name)).toBe(new RegExp(`^${parts.join('.*')}$`, 's').test(name));
    }),
    { numRuns: 2000 },
  );
  const start = performance.now();
  expect(namePattern(`${'*a'.repeat(2000)}b`)('a'.repeat(1_000_000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
