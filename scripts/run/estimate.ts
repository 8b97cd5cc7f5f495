/** `--dry-run`: what the work would cost, without asking anybody. */
import { unitCharacters } from './budget.ts';
import { cutUnit } from './cut-unit.ts';
import type { LanguageReport, Report } from './report.ts';
import type { WorkItem } from './work-item.ts';

/** Adds the characters of the items' sentences; equal units count once, as they are sent once. */
export function estimateItems(items: readonly WorkItem[], sum: LanguageReport, report: Report): void {
  const seen = new Set<string>();
  for (const { unit, source, language } of items) {
    sum.machine++;
    const { pieces } = cutUnit(unit, language, true);
    const text = JSON.stringify(pieces);
    if (seen.has(text)) continue;
    seen.add(text);
    const characters = unitCharacters({ article: source.file.namespace, segments: pieces });
    sum.characters += characters;
    report.characters += characters;
  }
}
