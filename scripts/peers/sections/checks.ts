/** How often checks are wrong about good translations, and how many planted faults they find. */
import type { Figure } from '../../bench/figure.ts';
import { ACROSS, CHECKS, judgeAcross } from '../../checks/index.ts';
import { openJudging } from '../checks/judging.ts';
import { helpPairs, sample, screenPairs, type HumanPair } from '../checks/human-pairs.ts';
import { plantedFaults } from '../checks/planted-faults.ts';
import type { Desk } from '../desk.ts';

const LANGUAGES = ['es', 'it', 'fr', 'pt-BR', 'ca', 'gl', 'de', 'ja', 'ru', 'ar'] as const;
const PAIRS = 2000;
/** Of the checks' hundred findings at most one may be wrong, on good text. */
const MOST = 1;
const FOUND = 98;

export async function checks(desk: Desk): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const language of LANGUAGES) {
    desk.signal.throwIfAborted();
    const isScreen = language === 'ar';
    const name = language.toLowerCase();
    const all = isScreen ? await screenPairs(name, desk) : await helpPairs(name, desk);
    const pairs = sample(all, PAIRS, isScreen ? [5, 60] : [8, 60]);
    desk.note(`${language}: ${pairs.length} of ${all.length} pairs`);
    figures.push(...(await alarms(language, isScreen, pairs, desk)));
    figures.push(await hits(language, pairs, desk));
  }
  return figures;
}

async function alarms(
  language: string,
  isScreen: boolean,
  pairs: readonly HumanPair[],
  { show, note }: Desk,
): Promise<Figure[]> {
  const judging = await openJudging(language, isScreen ? 'i18next' : 'html');
  const counts = new Map<string, number>();
  for (const { source, target, place } of pairs) {
    const rules = new Set(judging(source, target).map(({ rule }) => rule));
    for (const rule of rules) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      if (show === rule) note(`${language} ${place}\n  ${source}\n  ${target}`);
    }
  }
  const units = pairs.map(({ source, target, place }) => ({ key: place, source, target }));
  for (const findings of judgeAcross(units).values()) {
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...CHECKS, ...ACROSS]
    .filter(({ name }) => (counts.get(name) ?? 0) > 0)
    .map(({ name }) => ({
      figure: `${language}: false alarms of ${name}`,
      measured: ((counts.get(name) ?? 0) / pairs.length) * 100,
      unit: '%',
      most: MOST,
    }));
}

async function hits(language: string, pairs: readonly HumanPair[], { show, note }: Desk): Promise<Figure> {
  const judging = await openJudging(language, 'i18next');
  const faults = plantedFaults(pairs, language);
  const missed = faults.filter(
    ({ source, target, rules }) => !judging(source, target).some(({ rule }) => rules.includes(rule)),
  );
  for (const { kind, source, target } of missed) {
    if (show === 'missed') note(`${language} ${kind}\n  ${source}\n  ${target}`);
  }
  const measured = ((faults.length - missed.length) / faults.length) * 100;
  return { figure: `${language}: found of ${faults.length} planted faults`, measured, unit: '%', least: FOUND };
}
