import { cjkStops } from '../../../scripts/checks/signs/cjk-stops.ts';
import { tryCases } from '../cases.ts';

tryCases(cjkStops, [
  { languages: 'en>ja', source: 'It is here.', target: 'ここです。' },
  { languages: 'en>ja', source: 'It is here.', target: 'ここです.', at: '.', says: [/^has the ASCII mark \./] },
  { languages: 'en>zh-Hant', source: 'Here, there.', target: '這裡,那裡。', at: ',', says: [/,/] },
  { languages: 'en>ja', source: 'Version 1.2 of a.txt', target: 'a.txt のバージョン 1.2' },
  { languages: 'en>ko', source: 'It is here.', target: '여기입니다.' },
]);
