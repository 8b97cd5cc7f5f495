/** Text that is surely in another language than it says is not sent as if it were in its own. */
import { findingOf } from '../../checks/finding.ts';
import { messageOf } from '../../checks/index.ts';
import { language as languageRule } from '../../checks/pipeline-rules.ts';
import { sameLanguage } from '../../project/languages.ts';
import { shownWords } from '../../project/text/running-text.ts';
import { approvalOf } from '../see/target/record-lines.ts';
import type { Project } from '../see/project.ts';
import { unitContent } from '../see/values.ts';
import type { Result, WorkItem } from '../plan/work-item.ts';

type Doubts = (item: WorkItem) => Extract<Result, { done: false }> | undefined;

/**
 * @returns a function that loads the detector once; its result gives for an item the reason not to send it, or undefined
 *   where nothing speaks against it, or a person approved it.
 */
export function languageDoubts(project: Project): () => Promise<Doubts> {
  let loaded: Promise<Doubts> | undefined;
  return () => (loaded ??= loadDoubts(project));
}

async function loadDoubts({ configuration }: Project): Promise<Doubts> {
  const { loadLanguageDetector } = await import('../../project/text/language-detection.ts');
  const detect = await loadLanguageDetector([configuration.sourceLanguage, ...configuration.targetLanguages]);
  const known = new Map<string, string | undefined>();
  return ({ unit }) => {
    const { source } = unit.expected;
    if (approvalOf(unit.line, source.hash).length > 0) return undefined;
    if (!known.has(source.value)) {
      const found = detect(shownWords(unitContent(source)), source.language);
      known.set(source.value, found?.sure === true ? found.language : undefined);
    }
    const language = known.get(source.value);
    if (language === undefined || sameLanguage(language, source.language)) return undefined;
    const finding = findingOf(languageRule, { looks: language, syntax: source.syntax });
    return { done: false, reason: messageOf(finding), why: 'waits', finding };
  };
}
