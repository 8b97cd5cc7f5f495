/** `--dry-run`: what the work would cost, without asking anybody. */
import { runningText } from '../project/running-text.ts';
import { unitCharacters } from './budget.ts';
import { plannedEngines } from './choose-engine.ts';
import { cutUnit } from './cut-unit.ts';
import type { Project } from './project.ts';
import type { LanguageReport, Report } from './report.ts';
import type { TranslateOptions } from './translate.ts';
import type { ReusePlan } from '../units/sentence-reuse.ts';
import type { WorkItem } from './work-item.ts';

/** What DeepL takes in one request, form-encoded, and how much of it our marks for units and sentences take. */
const REQUEST_BYTES = 128 * 1024;
const MARKS = 1.15;

/**
 * Adds the characters of the items' sentences; equal units count once, as they are sent once.
 * Requests are estimated by what DeepL takes in one.
 * @param reuse sentences of an item that keep their translation and are not sent.
 */
export function estimateItems(
  items: readonly WorkItem[],
  sum: LanguageReport,
  report: Report,
  reuse: (item: WorkItem) => ReusePlan | undefined,
): void {
  const seen = new Set<string>();
  let bytes = 0;
  for (const item of items) {
    const { unit, source, language } = item;
    sum.machine++;
    const { pieces } = cutUnit(unit, language, true, reuse(item));
    const text = JSON.stringify(pieces);
    if (seen.has(text)) continue;
    seen.add(text);
    const characters = unitCharacters({ article: source.file.namespace, segments: pieces });
    sum.characters += characters;
    report.characters += characters;
    for (const piece of pieces) bytes += encodeURIComponent(runningText(piece).text).length;
  }
  report.requests += Math.ceil((bytes * MARKS) / REQUEST_BYTES);
}

/** Says which engine would be used, and what it would cost if that has a price. */
export async function estimatePrice(
  items: readonly WorkItem[],
  sum: LanguageReport,
  options: TranslateOptions,
  project: Project,
): Promise<void> {
  const [target = ''] = items.map(({ language }) => language);
  const names = options.engine === undefined ? project.configuration.enginesFor(target) : [options.engine];
  const sources = new Set(items.map(({ unit }) => unit.expected.source.language));
  const pairs = [...sources].map((source) => ({ source, target }));
  const planned = await plannedEngines(names, pairs, (name) => project.environment(name, () => {}));
  sum.engine = planned.engine;
  if (planned.pricePerMillion !== undefined) sum.price = (sum.characters / 1_000_000) * planned.pricePerMillion;
}
