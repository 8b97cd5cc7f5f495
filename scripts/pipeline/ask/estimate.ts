/** `--dry-run`: what the work would cost, without asking anybody. */
import { shownWords } from '../../project/running-text.ts';
import { shortHash } from '../../project/hash.ts';
import type { ReusePlan } from '../../units/sentence-reuse.ts';
import { unitCharacters } from './budget.ts';
import type { EnginePlan } from './choose-engine.ts';
import { cutUnit } from './cut-unit.ts';
import type { LanguageReport, Report } from '../../project/report.ts';
import type { WorkItem } from '../plan/work-item.ts';

/** What DeepL takes in one request, form-encoded, and how much of it our marks for units and sentences take. */
const REQUEST_BYTES = 128 * 1024;
const MARKS = 1.15;

export interface Estimate {
  /**
   * Adds the characters of some items of one language pair, and what they would cost; equal units count once, as they are
   * sent once.
   */
  add(items: readonly WorkItem[], sum: LanguageReport, plan: EnginePlan): void;
  /** Adds the requests, by what DeepL takes in one. */
  close(): void;
}

/** @param reuse sentences of an item that keep their translation and are not sent. */
export function createEstimate(report: Report, reuse: (item: WorkItem) => ReusePlan | undefined): Estimate {
  const seen = new Set<string>();
  const bytes = new Map<LanguageReport, number>();
  return {
    add(items, sum, { names, pricePerMillion }) {
      sum.engine = [...new Set([...sum.engine.split(', '), ...names])].filter((name) => name !== '').join(', ');
      const before = sum.characters;
      for (const item of items) {
        const { unit, source, language } = item;
        sum.machine++;
        const { pieces } = cutUnit(unit, language, true, reuse(item));
        const text = shortHash(`${language} ${JSON.stringify(pieces)}`);
        if (seen.has(text)) continue;
        seen.add(text);
        const characters = unitCharacters({ article: source.file.namespace, segments: pieces });
        sum.characters += characters;
        report.characters += characters;
        const size = pieces.reduce((all, piece) => all + encodeURIComponent(shownWords(piece)).length, 0);
        bytes.set(sum, (bytes.get(sum) ?? 0) + size);
      }
      if (pricePerMillion === undefined) return;
      sum.price = (sum.price ?? 0) + ((sum.characters - before) / 1_000_000) * pricePerMillion;
    },
    close() {
      for (const size of bytes.values()) report.requests += Math.ceil((size * MARKS) / REQUEST_BYTES);
    },
  };
}
