/** Human pairs and planted faults, judged as the pipeline judges: values of HTML, or of i18next where it is a text on screen. */
import type { Finding, JudgedUnit } from '../../checks/check.ts';
import { judge } from '../../checks/index.ts';
import { judgeDetector } from '../../checks/words/source-language.ts';
import { loadSyntax } from '../../formats/syntaxes.ts';
import { shownWords } from '../../project/text/running-text.ts';
import { sameCodes } from '../../units/code-identity.ts';
import type { SyntaxName } from '../../units/unit.ts';

export type Judging = (source: string, target: string) => readonly Finding[];

/** @param language the target's tag; sources are English */
export async function openJudging(language: string, syntax: SyntaxName): Promise<Judging> {
  const { parse } = await loadSyntax(syntax);
  const detect = await judgeDetector(['en', language]);
  return (source, target) => {
    const sourceContent = parse(source);
    const targetContent = parse(target);
    const unit: JudgedUnit = {
      kind: syntax === 'i18next' ? 'value' : 'p',
      syntax,
      sourceLanguage: 'en',
      targetLanguage: language,
      source,
      target,
      sourceContent,
      targetContent,
      sourceWords: shownWords(sourceContent),
      targetWords: shownWords(targetContent),
      codes: sameCodes(sourceContent, targetContent),
      terms: [],
      person: true,
      unknownWords: [],
    };
    return judge(unit, { detect }).findings;
  };
}
