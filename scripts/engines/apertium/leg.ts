/**
 * One leg of a route as running processes. The tagger in its middle keeps state from text to text (40 of 300 sentences
 * came out otherwise in another order), so it alone is started anew for each segment; the rest stays alive. Between the
 * processes the leg's rules are at work.
 */
import { commandsOf, type Installation } from './installation.ts';
import { freshStage, persistentStage, type StageOptions } from './processes.ts';
import type { Leg } from './routes.ts';
import { rulesOf } from './rules/index.ts';
import { choose } from './rules/choices.ts';
import { applyPhrases, applyRules, type Rule } from './rules/rule.ts';
import { addReadings } from './rules/words.ts';
import { knownToItalian, openCompounds, separateProclitics, unknownIn } from './tidy.ts';

export interface RunningLeg {
  /** BCP 47. */
  readonly to: string;
  /**
   * Translates a stream.
   * @throws StageFailure when the processes give no answer.
   */
  translate(stream: string): Promise<{ readonly stream: string; readonly unknown: readonly string[] }>;
  close(): void;
}

/**
 * Prepares a leg; processes start with the first text.
 *
 * @param onRule told the name of each rule that changes something.
 */
export async function startLeg(
  leg: Leg,
  installation: Installation,
  timeout: number,
  onRule?: (name: string) => void,
): Promise<RunningLeg> {
  const [commands, rules] = await Promise.all([commandsOf(leg, installation), rulesOf(leg.mode)]);
  const options: StageOptions = { environment: installation.environment, timeout };
  const hasChoices = rules.choices.size > 0 || rules.translated.length > 0;
  const analyse = persistentStage(commands.analyse, options);
  const tag = freshStage(commands.tag, options);
  const lookUp = hasChoices ? persistentStage(commands.lookUp, options) : undefined;
  const transfer = persistentStage([...(hasChoices ? [] : commands.lookUp), ...commands.transfer], options);
  const generate = persistentStage(commands.generate, options);
  const english = leg.from === 'en';
  const ruled = (stream: string, list: readonly Rule[]): string => applyRules(stream, list, onRule);
  return {
    to: leg.to,
    async translate(stream) {
      const plain = await analyse.run(leg.mode === 'spa-ita' ? knownToItalian(stream) : stream);
      const analysed = addReadings(plain, rules.words);
      const tagged = await tag.run(ruled(english ? openCompounds(analysed) : analysed, rules.analysed));
      const found =
        lookUp === undefined ? tagged : ruled(choose(await lookUp.run(tagged), rules.choices), rules.translated);
      const moved = applyPhrases(await transfer.run(found), rules.phrases, onRule);
      const transferred = ruled(moved, rules.transferred);
      const generated = await generate.run(english ? separateProclitics(transferred) : transferred);
      return { stream: generated, unknown: unknownIn(analysed) };
    },
    close() {
      for (const stage of [analyse, tag, lookUp, transfer, generate]) stage?.close();
    },
  };
}
