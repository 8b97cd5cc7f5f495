import { tags } from '../../../scripts/checks/codes/tags.ts';
import { tryCases } from '../cases.ts';

const i18next = { syntax: 'i18next' } as const;
const markdown = { syntax: 'markdown' } as const;

tryCases(tags, [
  { ...i18next, source: 'Click <1>here</1>', target: 'Clicca <1>qui</1>' },
  {
    ...i18next,
    source: 'Click <1>here</1>',
    target: 'Clicca <1>qui',
    person: true,
    severity: 'error',
    says: ['<1> is not closed'],
  },
  {
    ...i18next,
    languages: 'en>de',
    source: 'Click <1>here</1>',
    target: '<1></1> klicken',
    person: true,
    severity: 'error',
    says: ['<1> has no words in it, its source has'],
  },
  { ...i18next, languages: 'en>fr', source: 'A <b>bold</b> word', target: 'Un mot', person: true, says: ['lacks <b>'] },
  {
    ...i18next,
    languages: 'en>ja',
    source: 'A <strong>bold</strong> word',
    target: '<strong>太字</strong>の<strong>語</strong>',
    person: true,
  },
  {
    ...i18next,
    languages: 'en>ja',
    source: 'A <strong>bold</strong> word',
    target: '<strong>太字</strong>の<strong>語</strong>',
    says: [/^has <strong>/],
  },
  {
    ...i18next,
    source: 'A <x>custom</x> one',
    target: 'Uno fatto',
    person: true,
    severity: 'error',
    says: ['lacks <x>'],
  },
  { ...i18next, source: 'One<br>two', target: 'Uno due', person: true },
  { ...i18next, source: 'One<br>two', target: 'Uno due', says: ['lacks <br>'] },
  // What is no element, and an entity as its character.
  { ...i18next, languages: 'en>es', source: 'Choose <none> there', target: 'Elija <ninguno> ahí', person: true },
  {
    ...i18next,
    languages: 'en>fr',
    source: 'Write &ldquo;red&rdquo; here',
    target: 'Écrivez « rouge » ici',
    person: true,
  },
  {
    ...i18next,
    languages: 'en>fr',
    source: 'Write &ldquo;red&rdquo; here',
    target: 'Écrivez « rouge » ici',
    says: ['lacks &ldquo;', 'lacks &rdquo;'],
  },
  {
    ...i18next,
    languages: 'en>it',
    source: '<i data-tip="Click on it">a</i>',
    target: '<i data-tip="Clicca qui">a</i>',
    person: true,
  },
  // Emphasis is a reader's colour: a person may leave it out, an emptied one is told.
  {
    ...markdown,
    source: 'A **bold** word',
    target: 'Una parola',
    person: true,
    severity: 'warning',
    says: [/^lacks strong/],
  },
  { ...markdown, source: 'A **bold** word', target: 'Una parola', severity: 'error', says: [/^lacks strong/] },
  { ...markdown, languages: 'en>ru', source: 'A *b* and *c*', target: '*б* и в', person: true },
  { syntax: 'i18next', source: '<Only new keys are shown>', target: '<Si vedono solo le chiavi nuove>', person: true },
]);
