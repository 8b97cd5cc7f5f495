/** Translates batches with an open account. */
import { EngineRefusal } from '../../project/errors.ts';
import type { EngineBatch, EngineSession, OpenOptions } from '../engine.ts';
import { createBreaker } from '../remote/breaker.ts';
import { dispatch, type Dispatcher } from '../remote/dispatch.ts';
import { reportWaste } from '../remote/report-waste.ts';
import type { TagStyle } from '../remote/tagged-text.ts';
import { planWork } from '../remote/work.ts';
import { unsupported, type Account } from './account.ts';
import { readAnswers } from './answers.ts';
import { formBody, translateTexts } from './api.ts';
import type { Fields } from './options.ts';
import { createGlossaryDesk, type GlossaryDesk } from './glossary-desk.ts';
import { sourceCode, targetCode } from './languages.ts';
import { requestFieldsFor } from './options.ts';
import { packRequests, SENTENCE, TERM, UNIT, writeText, type PackedRequest } from './packing.ts';
import { readQuota, requireQuota, type Quota } from './quota.ts';

/** DeepL's documented limits of a translation request. */
const MOST_TEXTS = 50;
const MOST_BYTES = 128 * 1024;
/** The id of a glossary and its field's name. */
const GLOSSARY_BYTES = 100;
const TEXT_BYTES = 16 * 1024;

const STYLE: TagStyle = { term: TERM };

/** Outline detection is off, because the structure is ours; DeepL's guide asks for `nonewlines` with it. */
const MARKED: Fields = [
  ['tag_handling', 'xml'],
  ['outline_detection', '0'],
  ['split_sentences', 'nonewlines'],
  // Lists stand twice: DeepL's guide wants names joined by commas, its OpenAPI description a list. So each finds its own.
  ['splitting_tags', `${UNIT},${SENTENCE}`],
  ['splitting_tags', `${UNIT},${SENTENCE}`],
  ['ignore_tags', TERM],
  ['ignore_tags', TERM],
];
/** One sentence a text. */
const PLAIN: Fields = [['split_sentences', '0']];

/** @param project the project's root. */
export function createSession(
  account: Account,
  project: string,
  { glossaries, mayRepeat, expected }: Pick<OpenOptions, 'glossaries' | 'mayRepeat' | 'expected'>,
): EngineSession {
  const desk = createGlossaryDesk(account, project, glossaries);
  const breaker = createBreaker(expected);
  let quota: Promise<Quota | undefined> | undefined;
  let billed = 0;
  let isBillKnown = true;
  const bill = (characters: number | undefined): void => {
    if (characters === undefined) isBillKnown = false;
    else billed += characters;
  };
  return {
    async translate(batch, deliver, signal) {
      signal.throwIfAborted();
      quota ??= readQuota(account, signal);
      const before = await quota;
      requireQuota(before);
      const works = planWork(batch.units, STYLE, deliver);
      const needed = works.reduce((sum, work) => sum + work.characters, 0);
      const left = before === undefined ? Infinity : Math.max(0, before.limit - before.used - billed);
      if (left < needed) {
        const what = `DeepL has ${left} characters left; ${batch.target} needs ${needed}.`;
        account.note(`${what} What fits is translated and kept.`);
      }
      const dispatcher = createDispatcher(account, desk, batch, signal, bill);
      return dispatch(account, dispatcher, breaker, works, signal, mayRepeat);
    },
    async close() {
      reportWaste(account, breaker);
      if (!isBillKnown) account.note('DeepL did not say what it billed for all of the texts.');
      if (billed === 0) return;
      // Added up, not asked for again: nothing else of the run would wait for the answer.
      const before = await quota;
      const rest =
        before === undefined ? '' : `; ${before.used + billed} of ${before.limit} used in this billing period`;
      account.note(`DeepL billed ${billed} characters${rest}.`);
    },
  };
}

/** @param signal of the whole batch: the glossary is also waited for by other batches. */
function createDispatcher(
  account: Account,
  desk: GlossaryDesk,
  batch: EngineBatch,
  signal: AbortSignal,
  bill: (characters: number | undefined) => void,
): Dispatcher<PackedRequest> {
  const source = sourceCode(batch.source);
  const target = targetCode(batch.target);
  if (source === undefined || target === undefined) {
    throw new EngineRefusal('unsupported', unsupported(batch), { remedy: 'Choose another engine for this language.' });
  }
  const { tagHandlingVersion } = { ...account.options, ...account.options.languages[batch.target] };
  const common: Fields = [
    ['source_lang', source],
    ['target_lang', target],
    ['show_billed_characters', 'true'],
    ...requestFieldsFor(account.options, batch.target),
  ];
  const marked: Fields =
    tagHandlingVersion === undefined ? MARKED : [...MARKED, ['tag_handling_version', tagHandlingVersion]];
  const bytes = MOST_BYTES - GLOSSARY_BYTES - formBody([...common, ...marked]).length;

  const ask: Dispatcher<PackedRequest>['ask'] = async (request, way, either, sent) => {
    const send = async (glossary: string | undefined): ReturnType<typeof ask> => {
      const fields: Fields = [
        ...common,
        ...(way === 'marked' ? marked : PLAIN),
        ...(request.context === '' ? [] : [['context', request.context] as const]),
        ...(glossary === undefined ? [] : [['glossary_id', glossary] as const]),
      ];
      const asked = request.texts.map(writeText);
      const { texts, billed } = await translateTexts(account, fields, asked, either, sent);
      bill(billed);
      // Marked units have numbers.
      const isMiscounted = way !== 'marked' && texts.length !== asked.length;
      return { answers: readAnswers(request, texts), isMiscounted, ...(billed === undefined ? {} : { billed }) };
    };
    const glossary = await desk.idFor(batch, signal);
    try {
      return await send(glossary);
    } catch (error) {
      if (glossary === undefined || !account.isGlossaryGone(error)) throw error;
      return send(await desk.idFor(batch, signal, glossary));
    }
  };
  return {
    pack: (works, way, most, isApart) => {
      const texts = isApart && way !== 'marked' ? 1 : MOST_TEXTS;
      return packRequests(works, way, { texts, bytes, textBytes: TEXT_BYTES, textCharacters: most });
    },
    ask,
  };
}
