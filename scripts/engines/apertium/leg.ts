/**
 * One leg of a route as running processes. The tagger in its middle keeps state from text to text (40 of 300 sentences
 * came out otherwise in another order), so it alone is started anew for each segment; the rest stays alive.
 */
import { commandsOf, type Installation } from './installation.ts';
import { freshStage, persistentStage, type StageOptions } from './processes.ts';
import type { Leg } from './routes.ts';
import { knownToItalian, openCompounds, separateProclitics, unknownIn, asPrepositions } from './tidy.ts';

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

/** Prepares a leg; processes start with the first text. */
export async function startLeg(leg: Leg, installation: Installation, timeout: number): Promise<RunningLeg> {
  const commands = await commandsOf(leg, installation);
  const options: StageOptions = { environment: installation.environment, timeout };
  const analyse = persistentStage(commands.analyse, options);
  const tag = freshStage(commands.tag, options);
  const transfer = persistentStage(commands.transfer, options);
  const generate = persistentStage(commands.generate, options);
  const english = leg.from === 'en';
  const spanish = leg.from === 'es';
  return {
    to: leg.to,
    async translate(stream) {
      const analysed = await analyse.run(leg.mode === 'spa-ita' ? knownToItalian(stream) : stream);
      const tagged = await tag.run(english ? openCompounds(analysed) : spanish ? asPrepositions(analysed) : analysed);
      const transferred = await transfer.run(tagged);
      const generated = await generate.run(english ? separateProclitics(transferred) : transferred);
      return { stream: generated, unknown: unknownIn(analysed) };
    },
    close() {
      for (const stage of [analyse, tag, transfer, generate]) stage.close();
    },
  };
}
