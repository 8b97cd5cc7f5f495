import { expect, it } from 'vitest';
import { markup } from '../../scripts/checks/markup.ts';
import { messages } from './judged.ts';

it.each([
  ['The title', '<img src=x onerror=alert(1)> Il titolo', 'has <img src=x onerror=alert(1)>, which the source has not'],
  ['The title', 'Il titolo <!-- via -->', 'has <!-- via -->, which the source has not'],
  ['Press <Enter>', 'Premi <Enter> <script', 'has <script, which the source has not'],
])('%s -> %s', (source, target, message) => {
  expect(messages(markup, source, target)).toEqual([message]);
});

it.each([
  ['Press <Enter>', 'Premi <Invio>'],
  ['a < b', 'a < b, ma b > a'],
  ['The title', 'Il titolo'],
])('%s -> %s is right', (source, target) => {
  expect(messages(markup, source, target)).toEqual([]);
});

it('leaves people their words, and syntaxes that escape', () => {
  expect(messages(markup, 'The title', 'Il <b>titolo</b>', { person: true })).toEqual([]);
  expect(messages(markup, 'The title', 'Il \\<b>titolo', { syntax: 'markdown' })).toEqual([]);
});
