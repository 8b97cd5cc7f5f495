import { bidiControls } from '../../../scripts/checks/signs/bidi-controls.ts';
import { tryCases } from '../cases.ts';

tryCases(bidiControls, [
  { languages: 'en>ar', source: 'See HTML', target: 'انظر \u2066HTML\u2069 و\u202bهنا\u202c' },
  {
    languages: 'en>ar',
    source: 'See HTML',
    target: 'انظر \u2066HTML',
    severity: 'error',
    at: '\u2066',
    says: [/^U\+2066 turns/],
  },
  { languages: 'en>he', source: 'See HTML', target: 'ראה HTML\u2069', says: [/^U\+2069/] },
  { languages: 'en>he', source: 'See HTML', target: 'ראה\u200f HTML\u200e' },
  {
    languages: 'en>es',
    source: 'A file',
    target: 'Un \u202earchivo\u202c',
    says: ['U+202E overrides the direction of writing'],
  },
  { languages: 'en>es', source: 'Like \u202ethis\u202c', target: 'Así: \u202eeso\u202c' },
]);
