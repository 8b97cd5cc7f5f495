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
  // People keep their words, and other syntaxes escape.
  { source: 'The title', target: 'Il <b>titolo</b>', person: true },
  { source: 'The title', target: 'Il \\<b>titolo', syntax: 'markdown' },
]);
