import { dates } from '../../../scripts/checks/words/dates.ts';
import { tryCases } from '../cases.ts';

tryCases(dates, [
  { source: 'On March 3, 2024 it rained', target: 'Il 3 marzo 2024 ha piovuto' },
  {
    source: 'On March 3, 2024 it rained',
    target: 'Il 3 maggio 2024 ha piovuto',
    says: ['the month of "March 3, 2024" is not there'],
  },
  { languages: 'en>es', source: 'Since 12 June', target: 'Desde el 12 de junio' },
  { languages: 'en>es', source: 'Since 12 June', target: 'Desde el 12 de julio', says: [/12 June/] },
  { languages: 'en>ru', source: 'May 9, 1945', target: '9 мая 1945 года' },
  { languages: 'en>de', source: 'October 2020', target: '10/2020' },
  { languages: 'de>fr', source: 'am 1. August', target: 'le 1er septembre', says: [/August/] },
  { languages: 'en>ja', source: 'March 3, 2024', target: '2024年3月3日' },
]);
