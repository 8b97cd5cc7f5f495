import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_RECORD, parseRecord, type RecordLine } from '../../scripts/locales/record.ts';
import { printRecord } from '../../scripts/locales/record-text.ts';
import { sealOf, splitSeal, withoutSeal } from '../../scripts/locales/seal.ts';
import { tallyRecord } from '../../scripts/pipeline/see/tally.ts';

/** Rarely left out, and rarely there. */
const mostly = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 5 });
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });
const hash = fc.constantFrom('xVCc6TYWuFylrPEP', 'JZj9q6B0fYNHd_Wq', '-_-_-_-_-_-_-_-_');
const words = fc.constantFrom(
  'a',
  'è',
  '"findings":[{"rule":"x","severity":"error"}]',
  '","state":"initial"',
  'a\\b\n"',
);
const finding = fc.record({
  rule: fc.constantFrom('terms', 'language', 'numbers'),
  severity: fc.constantFrom('error' as const, 'warning' as const),
  parameters: maybe(fc.record({ found: words, note: words })),
});

const line: fc.Arbitrary<RecordLine> = fc.record({
  key: words,
  source: hash,
  state: fc.constantFrom('initial' as const, 'translated' as const, 'reviewed' as const, 'final' as const),
  origin: mostly(fc.constantFrom('deepl', 'person', 'memory')),
  target: mostly(hash),
  terms: maybe(hash),
  uses: maybe(fc.tuple(fc.nat(9), fc.nat(9))),
  findings: mostly(fc.array(finding, { maxLength: 3 })),
  stale: maybe(fc.boolean()),
  previous: maybe(words),
  suggestion: maybe(words),
  asked: maybe(hash),
  waived: maybe(fc.array(fc.record({ rule: words, reason: words, on: hash }), { minLength: 1, maxLength: 2 })),
  note: maybe(words),
});

const SHARE = 'BhiDwepcWNqamejS7-kIFOflfnxt907EDdGXCYMc';
const record = (lines: readonly RecordLine[]): string =>
  printRecord(
    { from: 'en', checks: '3' },
    lines.map((one, index) => ({ ...one, key: `${index}${one.key}` })),
    NO_RECORD,
    SHARE,
  );

describe('a tally', () => {
  it('is what the lines add up to when all are parsed', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (given) => {
        const text = record(given);
        const { lines } = parseRecord(text);
        const isTranslated = ({ target }: RecordLine): boolean => target !== undefined;
        const isHuman = ({ state, origin }: RecordLine): boolean =>
          state === 'reviewed' || state === 'final' || origin === 'person';
        const findings = lines
          .flatMap((one) => one.findings ?? [])
          .filter(({ rule, severity }) => rule !== 'language' || severity === 'error');
        const { counts, translated, terms, isWhole, waived } = tallyRecord(text);
        expect({ counts, translated, terms, isWhole, waived: waived.length }).toEqual({
          counts: {
            units: lines.length,
            human: lines.filter((one) => isTranslated(one) && isHuman(one)).length,
            stale: lines.filter(({ stale }) => stale === true).length,
            errors: findings.filter(({ severity }) => severity === 'error').length,
            warnings: findings.filter(({ severity }) => severity === 'warning').length,
          },
          translated: lines.filter(isTranslated).length,
          waived: lines.filter((one) => one.waived !== undefined).length,
          terms: {
            required: lines.reduce((sum, { uses }) => sum + (uses?.[0] ?? 0), 0),
            found: lines.reduce((sum, { uses }) => sum + (uses?.[1] ?? 0), 0),
          },
          isWhole: lines.every(
            ({ state, target, stale, previous, suggestion, asked }) =>
              state !== 'initial' &&
              target !== undefined &&
              stale !== true &&
              [previous, suggestion, asked].every((one) => one === undefined),
          ),
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a seal taken out of the bytes', () => {
  it('is that of the text, and leaves what the text is without it', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.array(fc.nat(60), { maxLength: 2 }), (given, places) => {
        const whole = record(given);
        const rows = whole.split('\n\n');
        for (const place of places) rows.splice(1 + (place % rows.length), 0, `7,\n{"seal":"${SHARE}"},`);
        const text = rows.join('\n\n');
        const { seal, body } = splitSeal(Buffer.from(text), text);
        expect({ seal, body: body.toString() }).toEqual({ seal: sealOf(text), body: withoutSeal(text) });
      }),
      { numRuns: 200 },
    );
  });
});
