import { eld } from 'eld/extrasmall';
import { beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { loadDetectors, type Detector } from '../../scripts/project/text/language-tables.ts';

let make: (languages?: readonly string[]) => Detector;

beforeAll(async () => {
  make = await loadDetectors();
});

/** Words of many scripts, and strings of anything. */
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('the', 'perché', 'Straße', 'cellules', 'ñandú', 'кожа', '細胞', 'خلية', "l'eau", 'x"y'), {
      maxLength: 12,
    })
    .map((words) => words.join(' ')),
);

test.each([[undefined], [['en', 'it', 'pt']], [['ja', 'ru', 'ar']]])(
  '%j: as the package itself tells it',
  (languages) => {
    const own = make(languages);
    const theirs = eld.newInstance();
    if (languages !== undefined) theirs.setLanguageSubset(languages);
    fc.assert(
      fc.property(TEXT, (text) => {
        const [a, b] = [own.detect(text), theirs.detect(text)];
        expect(a.language).toBe(b.language);
        expect(a.getScores()).toEqual(b.getScores());
        expect(a.isReliable()).toBe(b.isReliable());
      }),
      { numRuns: 2_000 },
    );
  },
);
