import { doNotTranslate } from '../../../scripts/checks/terms/do-not-translate.ts';
import { terms } from '../../../scripts/checks/terms/terms.ts';
import { tryCases } from '../cases.ts';

const name = {
  concept: 'n',
  source: 'Glossa',
  count: 1,
  accepted: ['Glossa'],
  deprecated: [],
  caseSensitive: true,
  doNotTranslate: true,
};

tryCases(doNotTranslate, [
  { source: 'Glossa runs', target: 'Glossa gira', terms: [name] },
  {
    source: 'Glossa runs',
    target: 'Glosa gira',
    terms: [name],
    severity: 'error',
    says: ['"Glossa" must be "Glossa", once; it is missing.'],
  },
  {
    languages: 'en>es',
    source: 'Glossa runs',
    target: 'glossa corre',
    terms: [name],
    person: true,
    severity: 'warning',
    says: [/^"Glossa"/],
  },
  { languages: 'en>ja', source: 'Glossa runs', target: 'Glossaが動く', terms: [name] },
]);

tryCases(terms, [
  { source: 'Glossa runs', target: 'Glosa gira', terms: [name] },
  {
    source: 'a serum',
    target: 'niente',
    terms: [{ ...name, source: 'serum', accepted: ['siero'], doNotTranslate: false }],
    says: [/"siero"/],
  },
]);
