import { zeroWidth } from '../../../scripts/checks/signs/zero-width.ts';
import { tryCases } from '../cases.ts';

tryCases(zeroWidth, [
  { source: 'One', target: 'Uno' },
  { source: 'One', target: 'U\u200bno', at: '\u200b', says: ['has an invisible character, U+200B'] },
  { languages: 'en>de', source: 'One', target: '\ufeffEins', says: [/U\+FEFF/] },
  { languages: 'en>fa', source: 'I go', target: 'می\u200cروم' },
  { languages: 'en>th', source: 'I go home', target: 'ฉัน\u200bกลับบ้าน' },
  { languages: 'en>es', source: 'long\u200bword', target: 'palabra\u200blarga' },
]);
