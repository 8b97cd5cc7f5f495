import { questionMark } from '../../../scripts/checks/signs/question-mark.ts';
import { tryCases } from '../cases.ts';

tryCases(questionMark, [
  { source: 'Is it here?', target: 'È qui?' },
  { source: 'Is it here?', target: 'È qui.', says: ['does not ask, its source does'] },
  { languages: 'en>es', source: 'It is here.', target: '¿Está aquí?', at: '?', says: ['asks, its source does not'] },
  { languages: 'en>fr', source: 'Is it here?', target: 'Est-ce ici\u202f?' },
  { languages: 'en>ar', source: 'Is it here?', target: 'هل هو هنا؟' },
  { languages: 'en>ja', source: 'Is it here?', target: 'ここですか？' },
  { languages: 'en>el', source: 'Is it here?', target: 'Είναι εδώ;' },
  { languages: 'en>de', source: 'Use * and ? there', target: '* und ? verwenden' },
  { languages: 'en>my', source: 'Read from right to left?', target: 'ညာမှဘယ်သို့ဖတ်ပါ။' },
  { languages: 'en>es', source: 'Still watching prompt', target: 'Aviso de «¿Sigues viendo?»' },
  { languages: 'en>zh', source: 'Could not move it, try again?', target: '无法移动，请重试' },
  { languages: 'en>zh', source: 'Do you want to move it?', target: '您要移动它', says: [/^does not ask/] },
  {
    languages: 'en>es',
    source: 'The role is gone, possibly a bug? Visit us.',
    target: 'El rol no existe, posiblemente un error. Visítenos.',
  },
]);
