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
  {
    ...i18next,
    languages: 'en>es',
    source: '$t(ns:a.b_few, {"count": 2}) now',
    target: '$t(ns:a.b_few, {"count": 2})',
    says: ['$t(ns:a.b_few) names a form that es does not have'],
  },
  {
    ...i18next,
    languages: 'en>ja',
    source: '$t( a_male_one )',
    target: '$t( a_male_one )',
    says: ['$t(a_male_one) names a form that ja does not have'],
  },
  {
    ...i18next,
    languages: 'en>es',
    source: '$t(a_ordinal_two)',
    target: '$t(a_ordinal_two)',
    says: ['$t(a_ordinal_two) names a form that es does not have'],
  },
  { ...i18next, languages: 'en>ja', source: '$t(a_other) $t(one)', target: '$t(a_other) $t(one)' },
]);
