import { describe, expect, test } from 'vitest';
import { formerKeys, formOf, formPath, madeFrom, sameForm } from '../../scripts/units/key-forms.ts';

const KEYS = new Set(['item_one', 'item_other', 'place_ordinal_other', 'friend', 'page_one', 'a.mail_other', 'a.x.y']);

describe('a form', () => {
  test.each([
    ['item_many', 'item_other', '_many'],
    ['item_zero', 'item_other', '_zero'],
    ['item_male_two', 'item_other', '_male_two'],
    ['place_ordinal_two', 'place_ordinal_other', '_ordinal_two'],
    ['friend_male', 'friend', '_male'],
    ['friend_male_many', 'friend', '_male_many'],
    ['a.mail_work_many', 'a.mail_other', '_work_many'],
  ])('%s is one of %s', (key, of, ending) => {
    expect(formOf(key, KEYS)).toMatchObject({ of, ending });
    expect(madeFrom(key, KEYS)).toBe(of);
  });

  test.each(['item_ordinal_two', 'page_many', 'gone_many', 'a.post_work', 'a_b', 'item'])('%s is none', (key) => {
    expect(formOf(key, KEYS)).toBeUndefined();
    expect(madeFrom(key, KEYS)).toBeUndefined();
  });

  test('stands beside the key that it is one of, under whatever name', () => {
    const form = (key: string) => {
      const found = formOf(key, KEYS);
      if (found === undefined) throw new Error(`${key} is no form`);
      return found;
    };
    expect(sameForm(form('item_many'), 'thing_other')).toBe('thing_many');
    expect(sameForm(form('item_many'), 'thing_ordinal_other')).toBeUndefined();
    expect(sameForm(form('item_many'), 'thing')).toBeUndefined();
    expect(sameForm(form('friend_male'), 'a.buddy')).toBe('a.buddy_male');
    expect(formPath(form('a.mail_work_many'), { path: ['b', 'post_other'] })).toEqual(['b', 'post_work_many']);
    expect(formPath(form('friend_male'), { path: ['list', 0] })).toBeUndefined();
  });
});

describe('former keys', () => {
  const made = (key: string, source: string) => ({ key, source: { key: source } });

  test('forms that only the target has go along with the form that they are made from', () => {
    const units = [
      made('thing_one', 'thing_one'),
      made('thing_few', 'thing_other'),
      made('thing_other', 'thing_other'),
      made('item_few', 'item_other'),
    ];
    const former = formerKeys(
      units,
      new Map([
        ['thing_one', 'item_one'],
        ['thing_other', 'item_other'],
      ]),
    );
    expect(units.map(({ key }) => former(key))).toEqual(['item_one', 'item_few', 'item_other', undefined]);
    expect(former('another')).toBe('another');
  });

  test('two keys that changed places change their forms', () => {
    const units = [made('a_few', 'a_other'), made('b_few', 'b_other')];
    const former = formerKeys(
      units,
      new Map([
        ['a_other', 'b_other'],
        ['b_other', 'a_other'],
      ]),
    );
    expect(units.map(({ key }) => former(key))).toEqual(['b_few', 'a_few']);
  });
});
