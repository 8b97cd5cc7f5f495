import { anchors } from '../../../scripts/checks/codes/anchors.ts';
import { tryCases } from '../cases.ts';

const person = { syntax: 'markdown', person: true } as const;

tryCases(anchors, [
  { ...person, source: '[a](#top)', target: '[b](#top)' },
  {
    ...person,
    languages: 'en>es',
    source: '[a](#what-now)',
    target: '[b](#y-ahora)',
    says: ['leads to #y-ahora where the source leads to #what-now'],
  },
  { ...person, languages: 'en>fr', source: '[a](/en/x#what)', target: '[b](/fr/x#quoi)', says: [/^leads to #quoi/] },
  { ...person, languages: 'en>de', source: '[a](x.md#a) [b](y.md)', target: '[a](x.md#a) [b](y.md)' },
  { syntax: 'markdown', source: '[a](#what-now)', target: '[b](#ora)' },
]);
