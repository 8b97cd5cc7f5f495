/** Translates batches: packs units, sends the requests, verifies the answers, sends damaged ones again. */
import type { TextResult, TranslateTextOptions } from 'deepl-node';
import type { EngineAnswer, EngineBatch, EngineSession, EngineUsage } from '../engine.ts';
import { readAnswers } from './answers.ts';
import { encodedBytes, packRequests, SENTENCE, TERM, UNIT, writeText } from './packing.ts';
import type { PackedRequest, PackingLimits } from './packing.ts';
import { requestOptions } from './options.ts';
import { translateTexts, type Service } from './service.ts';
import { planWork, type Work } from './work.ts';

/** DeepL's documented limits of a translation request. */
const MOST_TEXTS = 50;
const MOST_BYTES = 128 * 1024;
/** The other fields of a request, glossary and model included, are under 400 bytes; options of the user come on top. */
const FIELD_BYTES = 512;
const TEXT_BYTES = 16 * 1024;

/** Outline detection is off, because the structure is ours; DeepL's guide asks for `nonewlines` with it. */
const STRUCTURE: TranslateTextOptions = {
  tagHandling: 'xml',
  outlineDetection: false,
  splitSentences: 'nonewlines',
  splittingTags: [UNIT, SENTENCE],
  ignoreTags: [TERM],
};

/** @param service an open account. */
export function createSession(service: Service): EngineSession {
  return {
    translate: (batch, deliver, signal) => translateBatch(service, batch, deliver, signal),
    close: async () => undefined,
  };
}

async function translateBatch(
  service: Service,
  batch: EngineBatch,
  deliver: (unit: number, answer: EngineAnswer) => void,
  signal: AbortSignal,
): Promise<EngineUsage> {
  signal.throwIfAborted();
  const fields: TranslateTextOptions = { ...STRUCTURE, ...requestOptions(service.options, batch.target) };
  const limits: PackingLimits = {
    texts: MOST_TEXTS,
    bytes: MOST_BYTES - FIELD_BYTES - encodedBytes(JSON.stringify(fields)),
    textBytes: TEXT_BYTES,
  };
  const usage = { requests: 0, characters: 0, billed: 0 };
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let refusal: unknown;

  const sendAll = async (works: readonly Work[]): Promise<void> => {
    const { requests, tooLarge } = packRequests(works, limits);
    const smaller = tooLarge.flatMap((work) => work.retry('the sentence is longer than a request to DeepL may be'));
    await Promise.all([...requests.map(sendOne), ...(smaller.length > 0 ? [sendAll(smaller)] : [])]);
  };

  const sendOne = async (request: PackedRequest<Work>): Promise<void> => {
    if (either.aborted) return;
    const works = request.texts.flatMap((text) => text.pieces);
    try {
      const results = await ask(request);
      usage.characters += works.reduce((sum, work) => sum + work.characters, 0);
      usage.billed += results.reduce((sum, result) => sum + (Number(result.billedCharacters) || 0), 0);
      await sendAll(
        readAnswers(
          request,
          results.map((result) => result.text),
        ),
      );
    } catch (error) {
      const failure = service.diagnose(error);
      if (failure.remedy === 'split') {
        await sendSmaller(works, failure.message);
      } else {
        refusal ??= service.refusal(error);
        stop.abort();
      }
    }
  };

  const sendSmaller = async (works: readonly Work[], reason: string): Promise<void> => {
    const half = Math.ceil(works.length / 2);
    if (half === works.length) await sendAll(works.flatMap((work) => work.retry(reason)));
    else await Promise.all([sendAll(works.slice(0, half)), sendAll(works.slice(half))]);
  };

  const ask = (request: PackedRequest<Work>): Promise<readonly TextResult[]> => {
    const texts = request.texts.map(writeText);
    const context = request.context === '' ? {} : { context: request.context };
    return service.pace.run(() => {
      usage.requests += 1;
      return translateTexts(service, texts, batch, { ...fields, ...context });
    }, either);
  };

  await sendAll(planWork(batch.units, deliver));
  signal.throwIfAborted();
  if (refusal !== undefined) throw refusal;
  return usage;
}
