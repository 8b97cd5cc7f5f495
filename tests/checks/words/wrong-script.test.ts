import { wrongScript } from '../../../scripts/checks/words/wrong-script.ts';
import { tryCases } from '../cases.ts';

tryCases(wrongScript, [
  { languages: 'en>ru', source: 'The shop is closed on Sunday', target: 'Магазин закрыт в воскресенье' },
  {
    languages: 'en>ru',
    source: 'The shop is closed on Sunday',
    target: 'Magazin zakryt v voskresenye do utra',
    says: ['has hardly any letter of the script of Russian'],
  },
  {
    languages: 'en>ja',
    source: 'Open the file now please',
    target: 'fairu o ima hiraite kudasai',
    says: [/Japanese$/],
  },
  {
    languages: 'en>ar',
    source: 'Open the file now please',
    target: 'iftah almalaf alan min fadlik',
    says: [/Arabic$/],
  },
  { languages: 'en>es', source: 'Open the file now please', target: 'Откройте файл сейчас', says: [/Spanish$/] },
  // Names, code and menu paths.
  { languages: 'en>ru', source: 'LibreOffice Calc, GNOME Shell', target: 'LibreOffice Calc, GNOME Shell' },
  { languages: 'en>ja', source: 'Use npm install and npm run build', target: 'npm install npm run build' },
  { languages: 'en>sr', source: 'Open the file now please', target: 'Molim vas otvorite ovu datoteku' },
  {
    languages: 'en>sr-Cyrl',
    source: 'Open the file now please',
    target: 'Molim vas otvorite ovu datoteku',
    says: [/Serbian/],
  },
  { languages: 'en>de', source: 'Пётр Чайковский', target: 'Пётр Чайковский' },
]);
