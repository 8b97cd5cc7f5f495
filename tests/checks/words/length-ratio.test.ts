import { lengthRatio } from '../../../scripts/checks/words/length-ratio.ts';
import { tryCases } from '../cases.ts';

tryCases(lengthRatio, [
  { source: 'A text of some thirty letters.', target: 'Un testo di circa trenta lettere.' },
  { source: 'A text of some thirty letters.', target: 'Un testo', says: ['has 8 characters, its source has 30'] },
  { languages: 'en>de', source: 'A text of some letters', target: 'x'.repeat(70), says: [/^has 70/] },
  { languages: 'en>ja', source: 'Open the settings of the program', target: '設定を開く' },
  { languages: 'en>zh-Hans', source: 'Open the settings of this program and save', target: '开', says: [/^has 1 /] },
  {
    languages: 'ja>en',
    source: '設定を開いてから保存し、終了します',
    target: 'Open the settings, save them, and quit the program',
  },
  { languages: 'en>ru', source: 'OK', target: 'Хорошо, согласен' },
  { languages: 'en>pt', source: 'Warning notification', target: 'Alerta' },
  {
    languages: 'en>pt',
    source: 'Discard unsaved changes?',
    target: 'Abrir outra janela apaga os valores que estão ali agora. Quer continuar assim mesmo?',
    says: [/^has/],
  },
]);
