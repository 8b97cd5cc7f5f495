import { nesting } from '../../../scripts/checks/codes/nesting.ts';
import { tryCases } from '../cases.ts';

const i18next = { syntax: 'i18next' } as const;

tryCases(nesting, [
  { ...i18next, languages: 'en>es', source: '$t(item_one)', target: '$t(item_one)' },
  {
    ...i18next,
    languages: 'en>ja',
    source: '$t(item_one)',
    target: '$t(item_one)',
    says: ['$t(item_one) names a form that ja does not have'],
  },
  { ...i18next, languages: 'en>ja', source: '$t(item, {"count": 1})', target: '$t(item, {"count": 1})' },
  { ...i18next, languages: 'en>ru', source: '$t(a_other)', target: '$t(a_zero)' },
]);
