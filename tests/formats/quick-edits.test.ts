import fc from 'fast-check';
import { parse } from 'micromark';
import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';
import { expect, it } from 'vitest';
import { editQuickly } from '../../scripts/formats/markdown/grammar/quick-edits.ts';

const place = { line: 1, column: 1, offset: 0, _index: 0, _bufferIndex: 0 };
const event = (): Event => ['enter', { type: 'data', start: place, end: place }, parse().text(place)];

it('edits events as micromark does', () => {
  const slowly = EditMap.prototype.consume;
  editQuickly();
  const quickly = EditMap.prototype.consume;
  expect(quickly).not.toBe(slowly);
  const all = Array.from({ length: 12 }, event);
  const edit = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      const outcomes = [slowly, quickly].map((consume) => {
        const map = new EditMap();
        let at = 0;
        for (const [gap, removed, added] of edits) {
          at = Math.min(8, at + gap);
          map.add(at, Math.min(removed, Math.max(0, 8 - at)), all.slice(8, 8 + added));
          at += removed;
        }
        const events = all.slice(0, 8);
        consume.call(map, events);
        return events.map((one) => all.indexOf(one));
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
  );
});
