import { sameAsSource } from '../../../scripts/checks/words/same-as-source.ts';
import { tryCases } from '../cases.ts';

const says = ['is the same as its source'];

tryCases(sameAsSource, [
  { source: 'This was not translated at all.', target: 'This was not translated at all.', says },
  { languages: 'en>de', source: 'This was not translated at all.', target: ' This was not translated at all.', says },
  {
    languages: 'en>de',
    source: 'This was not translated at all.',
    target: 'This was not translated at all.',
    person: true,
  },
  { languages: 'en>fr', source: 'Zoom', target: 'Zoom' },
  { languages: 'en>es', source: 'GitHub Actions, GitLab CI', target: 'GitHub Actions, GitLab CI' },
  { languages: 'en>en-GB', source: 'This was not translated at all.', target: 'This was not translated at all.' },
]);
