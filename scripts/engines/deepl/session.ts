/** Translates batches: packs units, sends the requests, verifies the answers, sends damaged ones again. */
import type { TextResult, TranslateTextOptions } from 'deepl-node';
import type { EngineBatch, EngineSession, EngineUsage, GlossaryEntries } from '../engine.ts';
import { readAnswers } from './answers.ts';
import { createGlossaryDesk, type GlossaryDesk } from './glossary-desk.ts';
import { requestOptions } from './options.ts';
import { encodedBytes, packRequests, SENTENCE, TERM, UNIT, writeText } from './packing.ts';
import type { PackedRequest, PackingLimits } from './packing.ts';
import { readQuota, requireQuota, type Quota } from './quota.ts';
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

/**
 * @param service an open account.
 * @param project the project's root.
 */
export function createSession(
  service: Service,
  project: string,
  glossaries: readonly GlossaryEntries[],
): EngineSession {
  const desk = createGlossaryDesk(service, project, glossaries);
  let quota: Promise<Quota | undefined> | undefined;
  let billed = 0;
  return {
    async translate(batch, deliver, signal) {
      signal.throwIfAborted();
      quota ??= readQuota(service);
      const before = await quota;
      requireQuota(before);
      const works = planWork(batch.units, deliver);
      const needed = works.reduce((sum, work) => sum + work.characters, 0);
      if (before !== undefined && before.limit - before.used - billed < needed) {
        service.note(
          `DeepL has ${Math.max(0, before.limit - before.used - billed)} characters left; ${batch.target} needs ${needed}. ` +
            'What fits is translated and kept.',
        );
      }
      return translateWorks(service, desk, batch, works, signal, (characters) => (billed += characters));
    },
    async close() {
      if (billed === 0) return;
      const after = await readQuota(service);
      const rest = after === undefined ? '' : `; ${after.used} of ${after.limit} used in this billing period`;
      service.note(`DeepL billed ${billed} characters${rest}.`);
    },
  };
}

async function translateWorks(
  service: Service,
  desk: GlossaryDesk,
  batch: EngineBatch,
  works: readonly Work[],
  signal: AbortSignal,
  bill: (characters: number) => void,
): Promise<EngineUsage> {
  const usage = { requests: 0, characters: 0, billed: 0 };
  const fields: TranslateTextOptions = { ...STRUCTURE, ...requestOptions(service.options, batch.target) };
  const limits: PackingLimits = {
    texts: MOST_TEXTS,
    bytes: MOST_BYTES - FIELD_BYTES - encodedBytes(JSON.stringify(fields)),
    textBytes: TEXT_BYTES,
  };
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let refusal: unknown;

  const sendAll = async (some: readonly Work[]): Promise<void> => {
    const { requests, tooLarge } = packRequests(some, limits);
    const smaller = tooLarge.flatMap((work) => work.retry('the sentence is longer than a request to DeepL may be'));
    await Promise.all([
      ...requests.map((request) => sendOne(request)),
      ...(smaller.length > 0 ? [sendAll(smaller)] : []),
    ]);
  };

  /** Never rejects: the first refusal stops the others from starting, and is thrown when those in flight are done. */
  const sendOne = async (request: PackedRequest<Work>, staleGlossary?: string): Promise<void> => {
    if (either.aborted) return;
    const pieces = request.texts.flatMap((text) => text.pieces);
    let glossary: string | undefined;
    try {
      glossary = await desk.idFor(batch, signal, staleGlossary);
      const results = await ask(request, glossary);
      usage.characters += pieces.reduce((sum, piece) => sum + piece.characters, 0);
      const cost = results.reduce((sum, result) => sum + (Number(result.billedCharacters) || 0), 0);
      usage.billed += cost;
      bill(cost);
      await sendAll(
        readAnswers(
          request,
          results.map((result) => result.text),
        ),
      );
    } catch (error) {
      const failure = service.diagnose(error);
      if (failure.remedy === 'split') return sendSmaller(pieces, failure.message);
      if (failure.remedy === 'glossary' && glossary !== undefined && staleGlossary === undefined) {
        return sendOne(request, glossary);
      }
      refusal ??= service.refusal(error);
      stop.abort();
    }
  };

  const sendSmaller = async (pieces: readonly Work[], reason: string): Promise<void> => {
    const half = Math.ceil(pieces.length / 2);
    if (half === pieces.length) return sendAll(pieces.flatMap((piece) => piece.retry(reason)));
    await Promise.all([sendAll(pieces.slice(0, half)), sendAll(pieces.slice(half))]);
  };

  const ask = (request: PackedRequest<Work>, glossary: string | undefined): Promise<readonly TextResult[]> => {
    const texts = request.texts.map(writeText);
    const options: TranslateTextOptions = {
      ...fields,
      ...(request.context === '' ? {} : { context: request.context }),
      ...(glossary === undefined ? {} : { glossary }),
    };
    return service.call((client) => {
      usage.requests += 1;
      return translateTexts(client, texts, batch, options);
    }, either);
  };

  await sendAll(works);
  signal.throwIfAborted();
  if (refusal !== undefined) throw refusal;
  return usage;
}
