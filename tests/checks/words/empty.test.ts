import { empty } from '../../../scripts/checks/words/empty.ts';
import { tryCases } from '../cases.ts';

tryCases(empty, [
  { source: 'Open', target: 'Apri' },
  { source: 'Open', target: '', severity: 'error', says: ['has no words, its source has'] },
  { source: 'Open', target: ' … ', person: true, says: ['has no words, its source has'] },
  { languages: 'en>ja', source: 'Open', target: '開く' },
  { languages: 'en>ar', source: '{{a}} / {{b}}', target: '{{b}}/{{a}}', syntax: 'i18next' },
  {
    languages: 'en>ru',
    source: 'Page {{n}}',
    target: '{{n}}',
    syntax: 'i18next',
    says: ['has no words, its source has'],
  },
  { source: '—', target: '' },
  {
    syntax: 'i18next',
    source: '{{start}}-{{end}} of {{total}}',
    target: '{{start}}-{{end}} / {{total}}',
    person: true,
  },
  { syntax: 'i18next', source: 'as {role}', target: '{role}', person: true },
  { syntax: 'i18next', source: 'as {role}', target: '{role}', says: ['has no words, its source has'] },
  { syntax: 'i18next', source: 'as {role}', target: '…', person: true, says: ['has no words, its source has'] },
  {
    syntax: 'i18next',
    source: 'Open it with {app}',
    target: '{app}',
    person: true,
    says: ['has no words, its source has'],
  },
]);
