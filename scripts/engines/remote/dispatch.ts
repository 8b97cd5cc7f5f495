/** Sends work to a service: every answer verified, damaged ones asked for again, the first refusal ends the batch. */
import { EngineRefusal, Interruption } from '../../project/errors.ts';
import type { EngineUsage } from '../engine.ts';
import type { Trouble } from './pace.ts';
import { DamagedAnswer, type AnswerNode } from './tagged-answer.ts';
import type { Work } from './work.ts';

export interface Packing<Request> {
  readonly requests: readonly Request[];
  /** Work that no request can hold. */
  readonly tooLarge: readonly Work[];
}

/** The sentences of each work that the service answered. */
export type Answers = ReadonlyMap<Work, readonly (readonly AnswerNode[])[]>;

/** What is special about a service. */
export interface Dispatcher<Request extends { readonly works: readonly Work[] }> {
  /** For messages: `DeepL`. */
  readonly name: string;
  pack(works: readonly Work[]): Packing<Request>;
  /**
   * Sends a request through the service's pace.
   * @param sent is to be called for each attempt.
   */
  ask(
    request: Request,
    signal: AbortSignal,
    sent: () => void,
  ): Promise<{ readonly answers: Answers; readonly billed?: number }>;
  diagnose(error: unknown): Trouble;
  /** Any error as what the user is to see. */
  refusal(error: unknown): unknown;
}

/**
 * @throws what `refusal` made of the first error, when the requests in flight are done; Interruption.
 */
export async function dispatch<Request extends { readonly works: readonly Work[] }>(
  { name, pack, ask, diagnose, refusal: refusalOf }: Dispatcher<Request>,
  works: readonly Work[],
  signal: AbortSignal,
): Promise<EngineUsage> {
  let requests = 0;
  let characters = 0;
  let billed: number | undefined;
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const refusals: unknown[] = [];

  const sendAll = async (some: readonly Work[]): Promise<void> => {
    const packing = pack(some);
    const smaller = packing.tooLarge.flatMap((work) =>
      work.retry(`the sentence is longer than a request to ${name} may be`),
    );
    await Promise.all([...packing.requests.map(sendOne), ...(smaller.length > 0 ? [sendAll(smaller)] : [])]);
  };

  /** Never rejects: the first refusal stops the others from starting. */
  const sendOne = async (request: Request): Promise<void> => {
    if (either.aborted) return;
    try {
      const answer = await ask(request, either, () => (requests += 1));
      characters += request.works.reduce((sum, work) => sum + work.characters, 0);
      if (answer.billed !== undefined) billed = (billed ?? 0) + answer.billed;
      const again = request.works.flatMap((work) => take(work, answer.answers));
      if (again.length > 0) await sendAll(again);
    } catch (error) {
      const trouble = diagnose(error);
      if (trouble.split === true) {
        await sendSmaller(request.works, trouble.message);
      } else {
        refusals.push(refusalOf(error));
        stop.abort();
      }
    }
  };

  const take = (work: Work, answers: Answers): readonly Work[] => {
    const damaged = `${name} returned it damaged each time`;
    const sentences = answers.get(work);
    if (sentences === undefined) return work.retry(damaged);
    try {
      work.accept(sentences);
      return [];
    } catch (error) {
      if (!(error instanceof DamagedAnswer)) throw error;
      return work.retry(`${damaged}: ${error.message}`);
    }
  };

  const sendSmaller = async (some: readonly Work[], reason: string): Promise<void> => {
    const half = Math.ceil(some.length / 2);
    if (half === some.length) await sendAll(some.flatMap((work) => work.retry(reason)));
    else await Promise.all([sendAll(some.slice(0, half)), sendAll(some.slice(half))]);
  };

  await sendAll(works);
  const usage = { requests, characters, ...(billed === undefined ? {} : { billed }) };
  if (signal.aborted) throw new Interruption(signal.reason, usage);
  const [refusal] = refusals;
  if (refusal instanceof EngineRefusal) refusal.usage = usage;
  if (refusals.length > 0) throw refusal;
  return usage;
}
