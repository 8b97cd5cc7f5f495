import { frenchSpaces } from '../../../scripts/checks/signs/french-spaces.ts';
import { tryCases } from '../cases.ts';

tryCases(frenchSpaces, [
  { languages: 'en>fr', source: 'Really?', target: 'Vraiment\u202f?' },
  { languages: 'en>fr', source: 'Really?', target: 'Vraiment ?' },
  { languages: 'en>fr', source: 'Really?', target: 'Vraiment?', at: '?', says: ['has no space before ?'] },
  { languages: 'en>fr', source: 'Note: it', target: 'Remarque: ceci', says: ['has no space before :'] },
  {
    languages: 'en>fr',
    source: 'Say "hi"',
    target: 'Dites «salut»',
    says: ['has no space after «', 'has no space before »'],
  },
  { languages: 'en>fr', source: 'At 10:30, C: and http://a.b', target: 'À 10:30, C: et http://a.b' },
  { languages: 'en>fr-CA', source: 'Really?', target: 'Vraiment?' },
  { languages: 'en>es', source: 'Really?', target: '¿De verdad?' },
  { languages: 'en>fr', source: ':root { --color: #007bff; }', target: ':root { --color: #007bff; }' },
]);
