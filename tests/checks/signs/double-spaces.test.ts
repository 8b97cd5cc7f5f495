import { doubleSpaces } from '../../../scripts/checks/signs/double-spaces.ts';
import { tryCases } from '../cases.ts';

const says = ['has two spaces where one is enough'];

tryCases(doubleSpaces, [
  { source: 'One two', target: 'Uno due' },
  { source: 'One two', target: 'Uno  due', at: '  ', says },
  { languages: 'en>fr', source: 'One: two', target: 'Un\u00a0: deux' },
  { languages: 'en>fr', source: 'One: two', target: 'Un \u00a0: deux', says },
  { languages: 'en>ru', source: 'One.  Two.', target: 'Раз.  Два.' },
  { languages: 'en>ja', source: 'Use npm', target: 'npm  を使う', says },
  { syntax: 'i18next', languages: 'en>de', source: 'a <b>b</b> c', target: 'a <b> b</b> c' },
  { syntax: 'i18next', languages: 'en>de', source: 'a {{b}} c', target: 'a  {{b}} c' },
]);
