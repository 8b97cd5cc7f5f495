import { sentenceCount } from '../../../scripts/checks/words/sentence-count.ts';
import { tryCases } from '../cases.ts';

tryCases(sentenceCount, [
  { source: 'One is here. Two is there. Three is gone.', target: 'Uno è qui, due è lì. Tre è andato.' },
  {
    source: 'One is here. Two is there. Three is gone.',
    target: 'Uno è qui.',
    says: ['has 1 sentences, its source has 3'],
  },
  {
    languages: 'en>ja',
    source: 'It is here. It is there. It is gone.',
    target: 'ここです。そこです。もうありません。',
  },
  { languages: 'en>zh', source: 'It is here.', target: '这里。那里。没有了。', says: [/^has 3 sentences/] },
  { languages: 'en>de', source: 'For example this. And that. Then more.', target: 'Z. B. das. Und jenes. Dann mehr.' },
  { languages: 'en>ar', source: 'Is it here? It is. It was.', target: 'هل هو هنا؟ نعم. كان.' },
  { languages: 'en>es', source: 'See a.md, b.md, c.md and d.md', target: 'Vea a.md, b.md, c.md y d.md' },
  // A person may join sentences, as long as they say as much.
  {
    source: 'One is here. Two is there. Three is gone.',
    target: 'Uno è qui, due è lì e tre se ne è andato.',
    person: true,
  },
  {
    languages: 'en>cs',
    source: 'Sorry, the export has failed, please visit the admin section to try again, or contact us.',
    target: 'Export se nezdařil. Přejděte do správy a zkuste to znovu. Jinak nás kontaktujte, prosím.',
    person: true,
  },
  {
    languages: 'en>zh',
    source: 'We hit a limit. Edits may not be saved. Please get in touch so that we can help.',
    target: '本地储存空间达到上限，更动可能不会储存，请与我们联系以便协助您。',
    person: true,
  },
  {
    source: 'One is here. Two is there. Three is gone.',
    target: 'Uno è qui.',
    person: true,
    says: ['has 1 sentences, its source has 3'],
  },
]);
