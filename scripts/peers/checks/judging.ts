/** Human pairs and planted faults, judged as the pipeline judges: values of HTML, or of i18next where it is a text on screen. */
import type { Finding, JudgedUnit } from '../../checks/check.ts';
import { compared } from '../../units/comparison.ts';
import { judge } from '../../checks/index.ts';
import { judgeDetector } from '../../checks/words/source-language.ts';
import { loadSyntax } from '../../formats/syntaxes.ts';
import type { SyntaxName } from '../../units/unit.ts';

export type Judging = (source: string, target: string) => readonly Finding[];

/** @param language the target's tag; sources are English */
export async function openJudging(language: string, syntax: SyntaxName): Promise<Judging> {
  const { parse } = await loadSyntax(syntax);
  const detect = await judgeDetector(['en', language]);
  return (source, target) => {
    const unit: JudgedUnit = {
      kind: syntax === 'i18next' ? 'value' : 'p',
      syntax,
      sourceLanguage: 'en',
      targetLanguage: language,
      source,
      target,
      ...compared(parse(source), parse(target)),
      terms: [],
      person: true,
      unknownWords: [],
    };
    return judge(unit, { detect }).findings;
  };
}
