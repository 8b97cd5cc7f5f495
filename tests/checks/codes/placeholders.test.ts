import { placeholders } from '../../../scripts/checks/codes/placeholders.ts';
import { tryCases } from '../cases.ts';

const i18next = { syntax: 'i18next' } as const;

tryCases(placeholders, [
  { ...i18next, source: 'Hi {{name}}', target: 'Ciao {{name}}' },
  {
    ...i18next,
    source: 'At most {{max}}',
    target: 'Al massimo {{mix}}',
    person: true,
    severity: 'error',
    says: ['lacks {{max}}', 'has {{mix}}, which the source has not'],
  },
  { ...i18next, languages: 'en>de', source: '{{ n, number }} files', target: '{{n, number}} Dateien' },
  {
    ...i18next,
    languages: 'en>fr',
    source: 'See $t(help)',
    target: 'Voir $t(aide)',
    says: ['lacks $t(help)', /^has \$t\(aide\)/],
  },
  { ...i18next, languages: 'en>ja', source: '%s of %d', target: '%s / %d' },
  { ...i18next, languages: 'en>ru', source: 'Hello, ${user}', target: 'Привет, user', says: ['lacks ${user}'] },
  // A count in words, where the form stands for one number only.
  { ...i18next, languages: 'en>es', key: 'file_one', source: '{{count}} file', target: 'un archivo', person: true },
  {
    ...i18next,
    languages: 'en>es',
    key: 'file_other',
    source: '{{count}} files',
    target: 'archivos',
    person: true,
    says: ['lacks {{count}}'],
  },
  {
    ...i18next,
    languages: 'en>ru',
    key: 'file_one',
    source: '{{count}} file',
    target: 'один файл',
    person: true,
    says: ['lacks {{count}}'],
  },
  {
    ...i18next,
    languages: 'en>fr',
    key: 'file_one',
    source: '{{count}} file',
    target: 'un fichier',
    person: true,
    says: ['lacks {{count}}'],
  },
  { ...i18next, languages: 'en>ar', key: 'file_two', source: '{{count}} files', target: 'ملفان', person: true },
  { ...i18next, languages: 'en>it', key: 'file_zero', source: '{{count}} files', target: 'nessun file', person: true },
  // The same in an ordinary key is a loss.
  {
    ...i18next,
    languages: 'en>es',
    key: 'page_first',
    source: '{{count}} file',
    target: 'un archivo',
    person: true,
    says: ['lacks {{count}}'],
  },
  {
    syntax: 'i18next',
    source: '{{num}} unnamed {[ plural(num) one: author, other: authors ]}',
    target: '{{num}} {[ plural(num) one: autore anonimo, other: autori anonimi ]}',
    person: true,
  },
  {
    syntax: 'i18next',
    source: '{{num}} {[ plural(num) one: author, other: authors ]}',
    target: '{{num}} {[ plural(num) one: autore, altri: autori ]}',
    person: true,
    says: [/^lacks \{\[plural\(num\)/, /^has/],
  },
  {
    syntax: 'i18next',
    languages: 'en>sl',
    source: '{count} migrations were applied.',
    target: 'Uporabljenih je bilo {count, plural, one {# migracija} other {# migracij}}.',
    person: true,
  },
  // One form of the source says it in words; the target's form stands for 21 as well.
  { ...i18next, languages: 'en>ru', key: 'file_one', source: 'this file', target: '{{count}} файл', person: true },
  {
    ...i18next,
    languages: 'en>es',
    key: 'file_one',
    source: 'this file',
    target: '{{count}} archivo',
    person: true,
    says: ['has {{count}}, which the source has not'],
  },
  {
    ...i18next,
    languages: 'en>de',
    key: 'user_one',
    source: 'Delete {{selectedCount}} user',
    target: 'Lösche einen Benutzer',
    person: true,
  },
]);
