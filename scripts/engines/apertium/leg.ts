/**
 * One leg of a route as running processes. The tagger in its middle keeps state from text to text (40 of 300 sentences
 * came out otherwise in another order), so it alone is started anew for each segment; the rest stays alive. Between the
 * processes the leg's rules are at work.
 */
import { commandsOf, type Installation } from './installation.ts';
import { freshStage, persistentStage, type StageOptions } from './processes.ts';
import type { Leg } from './routes.ts';
import { formalityRules, type Formality } from './rules/formality.ts';
import { rulesOf } from './rules/index.ts';
import { choose } from './rules/choices.ts';
import { APART, knowledgeOf, recall, wordsOf, type Knowledge } from './rules/knowledge.ts';
import { applyPhrases, applyRules, type Rule } from './rules/rule.ts';
import { addReadings } from './rules/words.ts';
import { knownToItalian, openCompounds, separateProclitics, unknownIn } from './tidy.ts';

export interface LegAnswer {
  readonly stream: string;
  readonly unknown: readonly string[];
  /** What the leg knew of the words that it wrote. */
  knowledge(): Promise<Knowledge>;
}

export interface RunningLeg {
  /** BCP 47. */
  readonly to: string;
  /**
   * Translates a stream.
   * @param isLast whether its answer is the route's.
   * @param former what the leg before this one knew of its words.
   * @throws StageFailure when the processes give no answer.
   */
  translate(stream: string, isLast: boolean, former?: Knowledge): Promise<LegAnswer>;
  close(): void;
}

export interface LegOptions {
  /** Milliseconds for one text of ordinary length. */
  readonly timeout: number;
  /** How readers are addressed, by a route's last leg. */
  readonly formality?: Formality;
  /** Told the name of each rule that changes something. */
  readonly onRule?: (name: string) => void;
}

/**
 * Prepares a leg; processes start with the first text.
 */
export async function startLeg(
  leg: Leg,
  installation: Installation,
  { timeout, formality = 'default', onRule }: LegOptions,
): Promise<RunningLeg> {
  const [commands, rules] = await Promise.all([commandsOf(leg, installation), rulesOf(leg.mode)]);
  const options: StageOptions = { environment: installation.environment, timeout };
  const register = formalityRules(leg.to, formality);
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
    async translate(stream, isLast, former) {
      const plain = await analyse.run(leg.mode === 'spa-ita' ? knownToItalian(stream) : stream);
      const analysed = addReadings(plain, rules.words);
      const tagged = await tag.run(
        ruled(
          english ? openCompounds(analysed) : recall(analysed, former ?? new Map(), rules.words.lemmas),
          rules.analysed,
        ),
      );
      const found =
        lookUp === undefined ? tagged : ruled(choose(await lookUp.run(tagged), rules.choices), rules.translated);
      const moved = applyPhrases(await transfer.run(found), rules.phrases, onRule);
      const agreed = ruled(moved, rules.transferred);
      const written = isLast ? ruled(agreed, register) : agreed;
      const generated = await generate.run(english ? separateProclitics(written) : written);
      return {
        stream: generated,
        unknown: unknownIn(analysed),
        async knowledge() {
          const words = wordsOf(written);
          const surfaces = await generate.run(words.map((word) => `^${word}$`).join(APART));
          return knowledgeOf(words, surfaces.split(APART));
        },
      };
    },
    close() {
      for (const stage of [analyse, tag, lookUp, transfer, generate]) stage?.close();
    },
  };
}
