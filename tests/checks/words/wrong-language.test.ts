import { describe, expect, it } from 'vitest';
import { judge } from '../../../scripts/checks/index.ts';
import { judgeDetector } from '../../../scripts/checks/words/source-language.ts';
import { judged } from '../judged.ts';

const ENGLISH = 'The shop is closed on Sunday, and you can write to them when it opens again.';
const GERMAN = 'Das Geschäft ist am Sonntag geschlossen, und man kann ihnen schreiben, wenn es wieder öffnet.';
const RIGHT: Readonly<Record<string, string>> = {
  it: 'Il negozio è chiuso la domenica e potete scrivere quando riapre di nuovo le porte.',
  es: 'La tienda está cerrada el domingo y puede escribirles cuando abra de nuevo sus puertas.',
  gl: 'A tenda está pechada o domingo e pode escribirlles cando volva abrir as súas portas.',
  'pt-BR': 'A loja está fechada no domingo e você pode escrever para eles quando abrir de novo.',
  ja: '店は日曜日に閉まっていますが、また開いたら手紙を書くことができます。',
};

async function rules(source: string, target: string, languages: string): Promise<string[]> {
  const detect = await judgeDetector(languages.split('>'));
  return judge(judged(source, target, { languages }), { detect }).findings.map(({ rule }) => rule);
}

describe('wrong-language', () => {
  it.each(Object.entries(RIGHT))(
    'good %s is not in the language of its source; English is',
    async (language, target) => {
      expect(await rules(ENGLISH, target, `en>${language}`)).toEqual([]);
      expect(await rules('Something else is said here.', ENGLISH, `en>${language}`)).toContain('wrong-language');
    },
  );

  it('a source need not be English', async () => {
    expect(await rules('Etwas ganz anderes steht hier.', GERMAN, 'de>it')).toContain('wrong-language');
    expect(await rules(GERMAN, RIGHT['it'] ?? '', 'de>it')).not.toContain('wrong-language');
  });

  it('says nothing of labels, of names, of what equals its source, and without a detector', async () => {
    expect(await rules('Read this', 'Read more', 'en>it')).not.toContain('wrong-language');
    expect(await rules('By the Lord of the Rings', 'The Lord of the Rings', 'en>it')).not.toContain('wrong-language');
    expect(await rules(ENGLISH, ENGLISH, 'en>it')).not.toContain('wrong-language');
    expect(judge(judged('Another text.', ENGLISH)).findings.map(({ rule }) => rule)).not.toContain('wrong-language');
  });

  it('says nothing of a language near to the source that nobody can tell from it', async () => {
    const english = 'Clear the authorship colours on the entire document, which cannot be undone.';
    expect(
      await rules(english, 'Clear the authership colours oan the hail document, that cannae be undone.', 'en>sco'),
    ).not.toContain('wrong-language');
    expect(
      await rules(
        english,
        'Clear all the authorship colours on the entire document, which cannot be undone.',
        'en>sco',
      ),
    ).toContain('wrong-language');
  });
});
