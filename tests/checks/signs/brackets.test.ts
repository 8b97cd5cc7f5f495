import { brackets } from '../../../scripts/checks/signs/brackets.ts';
import { tryCases } from '../cases.ts';

tryCases(brackets, [
  { source: 'One (two)', target: 'Uno (due)' },
  { source: 'One (two)', target: 'Uno (due', at: '(', says: ['the bracket ( has no partner'] },
  { languages: 'en>ja', source: 'One (two)', target: '一（二)' },
  { languages: 'en>zh', source: 'One (two)', target: '一二）', at: '）', says: [/）/] },
  { languages: 'en>es', source: '1) One', target: '1) Uno' },
  { languages: 'en>de', source: 'One [two]', target: 'Eins zwei]', says: [/\]/] },
  { languages: 'en>ar', source: 'One', target: 'واحد' },
  { languages: 'en>ko', source: 'e.g. this', target: '예) 이것' },
  { source: 'First this, then that', target: '1) questo, b) quello' },
  { languages: 'en>fr', source: 'Are you sure?', target: 'Êtes-vous sûr(e) ?' },
  { source: 'Your system(s) (a and b) too', target: 'I tuoi sistem(i) (a e b) anche (no)' },
  { source: 'First this', target: 'prima) questo', says: ['the bracket ) has no partner'] },
  // What ends a bracket does not count.
  { languages: 'en>fr', source: 'Time in ms', target: 'Délai (en ms) de réponse' },
  { languages: 'en>fr', source: 'Time (in ms)', target: 'Délai (en ms de réponse', says: [/\(/] },
]);
