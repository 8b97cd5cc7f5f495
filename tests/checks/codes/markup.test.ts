import { markup } from '../../../scripts/checks/codes/markup.ts';
import { tryCases } from '../cases.ts';

tryCases(markup, [
  {
    source: 'The title',
    target: '<img src=x onerror=alert(1)> Il titolo',
    severity: 'error',
    says: ['has <img src=x onerror=alert(1)>, which the source has not'],
  },
  { source: 'The title', target: 'Il titolo <!-- via -->', says: ['has <!-- via -->, which the source has not'] },
  { source: 'Press <Enter>', target: 'Premi <Enter> <script', says: ['has <script, which the source has not'] },
  { source: 'Press <Enter>', target: 'Premi <Invio>' },
  { source: 'a < b', target: 'a < b, ma b > a' },
  { source: 'The title', target: 'Il titolo' },
  { source: 'The title', target: 'Il titolo<!-- ', syntax: 'i18next', says: ['has <!-- , which the source has not'] },
  { source: 'A <1>b</1>', target: 'Un <1>b</1> <?x', syntax: 'icu', says: ['has <?x, which the source has not'] },
  { source: 'A title', target: 'Un titolo <img src=x ', syntax: 'i18next', says: [/<img src=x /] },
  { source: 'A <1>b</1>', target: 'Un <1>b</1>', syntax: 'i18next' },
  { source: 'a < b', target: 'a < b', syntax: 'i18next' },
  // People keep their words, and other syntaxes escape.
  { source: 'The title', target: 'Il <b>titolo</b>', person: true },
  { source: 'The title', target: 'Il \\<b>titolo', syntax: 'markdown' },
]);
