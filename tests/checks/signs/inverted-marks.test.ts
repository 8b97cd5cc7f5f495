import { invertedMarks } from '../../../scripts/checks/signs/inverted-marks.ts';
import { tryCases } from '../cases.ts';

tryCases(invertedMarks, [
  { languages: 'en>es', source: 'Is it?', target: '¿Lo es?' },
  { languages: 'en>es', source: 'Is it?', target: 'Lo es?', at: '?', says: ['ends with ? and does not begin with ¿'] },
  { languages: 'en>es-MX', source: 'Stop!', target: 'Alto!', says: ['ends with ! and does not begin with ¡'] },
  { languages: 'en>es', source: 'See a?b=c', target: 'Vea a?b=c' },
  { languages: 'en>ca', source: 'Is it?', target: 'Ho és?' },
  { languages: 'en>gl', source: 'Is it?', target: 'É así?' },
]);
