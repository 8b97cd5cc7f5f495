/** `--dry-run`: what the work would cost, without asking anybody. */
import type { EngineUnit } from '../../engines/engine.ts';
import { shortHash } from '../../project/hash.ts';
import { shownWords } from '../../project/text/running-text.ts';
import type { Tell } from '../../project/report/run-event.ts';
import type { ReusePlan } from '../../units/sentence-reuse.ts';
import { cutUnit } from '../plan/cut-unit.ts';
import type { WorkItem } from '../plan/work-item.ts';
import type { UnitState } from '../see/target/unit-state.ts';
import { unitCharacters } from './budget.ts';
import type { EnginePlan } from './choose-engine.ts';

/** What DeepL takes in one request, form-encoded, and how much of it our marks for units and sentences take. */
const REQUEST_BYTES = 128 * 1024;
const MARKS = 1.15;

export interface Estimate {
  /**
   * Adds the characters of some items of one language pair, and what they would cost; equal units count once, as they are
   * sent once.
   */
  add(language: string, items: readonly WorkItem[], plan: EnginePlan): void;
  /** Tells the requests, once all is known that travels together. */
  close(): void;
}

/** @param reuse sentences of a unit that keep their translation and are not sent. */
export function createEstimate(tell: Tell, reuse: (unit: UnitState) => ReusePlan | undefined): Estimate {
  const seen = new Set<string>();
  const sent = new Map<string, { readonly plan: EnginePlan; readonly units: EngineUnit[] }>();
  return {
    add(language, items, plan) {
      const { names, engine } = plan;
      tell({ kind: 'engine', language, names });
      tell({ kind: 'made', language, units: items.length });
      const own = sent.get(language) ?? { plan, units: [] };
      sent.set(language, own);
      let characters = 0;
      for (const { unit, source } of items) {
        const { pieces } = cutUnit(unit, language, true, reuse(unit));
        const text = shortHash(`${language} ${JSON.stringify(pieces)}`);
        if (seen.has(text) || pieces.length === 0) continue;
        seen.add(text);
        const request = { article: source.file.namespace, segments: pieces };
        characters += unitCharacters(request);
        own.units.push(request);
      }
      const price = engine?.pricePerMillion === undefined ? undefined : (characters / 1e6) * engine.pricePerMillion;
      tell({ kind: 'used', language, usage: { requests: 0, characters }, price });
    },
    close() {
      for (const [language, { plan, units }] of sent) {
        const { engine, environment } = plan;
        const known = engine?.estimate?.(units, environment(engine.name));
        const { requests, tokens, price } = known ?? { requests: requestsBySize(units) };
        tell({ kind: 'used', language, usage: { requests, characters: 0, tokens }, price });
      }
    },
  };
}

function requestsBySize(units: readonly EngineUnit[]): number {
  const pieces = units.flatMap(({ segments }) => segments);
  const size = pieces.reduce((all, piece) => all + encodeURIComponent(shownWords(piece)).length, 0);
  return Math.ceil((size * MARKS) / REQUEST_BYTES);
}
