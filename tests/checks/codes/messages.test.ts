import { expect, it } from 'vitest';
import { messages } from '../../../scripts/checks/codes/messages.ts';
import { found, judged } from '../judged.ts';

it('a message that cannot be read is not translated, whatever the language', () => {
  const unreadable = {
    type: 'code',
    id: 1,
    kind: 'other',
    markup: ['{n, plural, one {a}'],
    signature: 'unreadable:x',
  } as const;
  const faults = found(messages, { ...judged('', ''), sourceContent: [unreadable] });
  expect(faults).toMatchObject([{ severity: 'error', message: expect.stringContaining('cannot be read') }]);
  expect(messages.refuses).toBe(true);
  expect(found(messages, judged('{name}', '{name}', { languages: 'en>ja' }))).toEqual([]);
});
