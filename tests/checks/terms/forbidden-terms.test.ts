import { forbiddenTerms } from '../../../scripts/checks/terms/forbidden-terms.ts';
import { tryCases } from '../cases.ts';

const term = {
  concept: 'c',
  source: 'skin care',
  count: 1,
  accepted: ['cura della pelle'],
  deprecated: ['pelle', 'dermocura'],
  caseSensitive: false,
};

tryCases(forbiddenTerms, [
  { source: 'skin care', target: 'la cura della pelle', terms: [term] },
  {
    source: 'skin care',
    target: 'la cura della pelle, dermocura',
    terms: [term],
    at: 'dermocura',
    severity: 'warning',
    says: ['"dermocura" is a deprecated term; use "cura della pelle".'],
  },
  {
    languages: 'en>es',
    source: 'skin care',
    target: 'la dermocura',
    terms: [{ ...term, accepted: [] }],
    says: ['"dermocura" is a deprecated term.'],
  },
  { source: 'skin care', target: 'la dermocura', terms: [] },
]);
