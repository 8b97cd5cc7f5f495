/**
 * Makes an engine of a service that takes a list of texts and answers a list of texts over HTTP. The service's file says
 * where it is, what its options are and what one request looks like; everything else is shared.
 */
import { z } from 'zod/mini';
import { ConfigurationError } from '../../project/errors.ts';
import type {
  Engine,
  EngineEnvironment,
  EngineSession,
  EngineUnit,
  LanguagePair,
  OpenOptions,
  TermMethod,
} from '../engine.ts';
import { readEngineOptions } from '../read-options.ts';
import { createBreaker, type Way } from './breaker.ts';
import { dispatch, type Dispatcher, type Packing } from './dispatch.ts';
import { reportWaste } from './report-waste.ts';
import {
  lackOf,
  openService,
  timesSchema,
  type JsonRequest,
  type Service,
  type ServiceDefinition,
  type Times,
} from './service.ts';
import type { TagStyle } from './tagged-text.ts';
import { planWork, type Work } from './work.ts';

/** A request of a service: texts of units that belong together. */
export interface TextRequest<Options> extends LanguagePair {
  readonly texts: readonly {
    /** Number of the unit and of its sentence. */
    readonly id: string;
    readonly text: string;
    /** Not translated. Empty for none. */
    readonly context: string;
    /** Why an earlier answer could not be used. Empty for none. */
    readonly fault: string;
    /** Words of the neighbours that are not among the texts. Empty for none. */
    readonly before: string;
    readonly after: string;
    /** At the first sentence of a unit that changed: its source before, and the translation of that. */
    readonly former: EngineUnit['former'];
  }[];
  /** Source form -> required target form. */
  readonly terms: ReadonlyMap<string, string>;
  /** True where the texts hold elements `<g1>…</g1>`, `<x2/>` and entities, and the answers must. */
  readonly tagged: boolean;
  readonly options: Options;
  readonly key: string | undefined;
  readonly environment: EngineEnvironment;
  /** Asks the service; `read` checks the answer. */
  readonly call: <Result>(request: Omit<JsonRequest, 'sent'>, read: (json: unknown) => Result) => Promise<Result>;
}

export interface HttpEngineDefinition<Shape extends z.core.$ZodLooseShape> extends ServiceDefinition {
  readonly description: string;
  readonly terms: readonly TermMethod[];
  readonly pricePerMillion?: number;
  /** The engine's own options; the times are added. */
  readonly options: Shape;
  readonly times: Times;
  readonly tags: TagStyle;
  /** True where the same request may be answered better at a second time: a language model. */
  readonly repeats?: boolean;
  /** What else is missing, with what helps. */
  missing?(options: z.output<z.ZodMiniObject<Shape>>, environment: EngineEnvironment): string | undefined;
  /** What a request may hold; `articles`: units of one article only. */
  limits(options: z.output<z.ZodMiniObject<Shape>>): {
    readonly texts: number;
    readonly characters: number;
    readonly articles?: boolean;
  };
  /** What would be read and written for so much text, and what that costs in EUR. */
  estimate?(
    options: z.output<z.ZodMiniObject<Shape>>,
    sent: { readonly characters: number; readonly requests: number },
    environment: EngineEnvironment,
  ): { readonly tokens: number; readonly price: number | undefined };
  /** What answers depend on beside the configuration; see `Engine`. */
  fingerprint?(options: z.output<z.ZodMiniObject<Shape>>, environment: EngineEnvironment): string;
  /** The service's own codes of a pair; asked once a batch, before anything is translated. @throws EngineRefusal */
  pair?(pair: LanguagePair, call: TextRequest<unknown>['call']): Promise<LanguagePair>;
  /**
   * Sends one request.
   * @returns an answer for each text, in order; undefined where there is none. In another number all are damaged.
   */
  translate(request: TextRequest<z.output<z.ZodMiniObject<Shape>>>): Promise<readonly (string | undefined)[]>;
}

/** The whole engine of a definition. */
export function httpEngine<const Shape extends z.core.$ZodLooseShape>(definition: HttpEngineDefinition<Shape>): Engine {
  const { name, description, terms, pricePerMillion, missing } = definition;
  const own = z.strictObject(definition.options);
  const times = z.object(timesSchema(definition.times));
  const all = z.strictObject({ ...definition.options, ...timesSchema(definition.times) });
  const optionsOf = (value: unknown) => {
    const read = readEngineOptions(name, all, value);
    const names = new Set(Object.keys(definition.options));
    const kept = Object.fromEntries(Object.entries(read).filter(([field]) => names.has(field)));
    return { options: own.parse(kept), times: times.parse(read) };
  };
  return {
    name,
    description,
    terms,
    remote: true,
    ...(pricePerMillion === undefined ? {} : { pricePerMillion }),
    fingerprint: (environment) => definition.fingerprint?.(optionsOf(environment.options).options, environment) ?? '',
    estimate(units, environment) {
      const { options } = optionsOf(environment.options);
      const works = planWork(units, definition.tags, () => undefined);
      const requests = pack(works, definition.limits(options)).requests.length;
      const characters = works.reduce((sum, work) => sum + work.characters, 0);
      const { tokens, price } = definition.estimate?.(options, { characters, requests }, environment) ?? {};
      return {
        requests,
        ...(tokens === undefined ? {} : { tokens }),
        ...(price === undefined ? {} : { price }),
      };
    },
    requestSize(environment) {
      const { texts, characters } = definition.limits(optionsOf(environment.options).options);
      return { units: texts, characters };
    },
    async unavailable(_pair, environment) {
      const { options } = optionsOf(environment.options);
      return lackOf(definition, environment) ?? missing?.(options, environment);
    },
    async open(environment, options) {
      const read = optionsOf(environment.options);
      const service = await openService(definition, environment, read.times, options);
      const lacking = lackOf(definition, environment) ?? missing?.(read.options, environment);
      if (lacking !== undefined) throw new ConfigurationError(lacking);
      return createSession(definition, service, environment, read.options, options);
    },
  };
}

function createSession<Shape extends z.core.$ZodLooseShape>(
  definition: HttpEngineDefinition<Shape>,
  service: Service,
  environment: EngineEnvironment,
  options: z.output<z.ZodMiniObject<Shape>>,
  { mayRepeat, expected }: Pick<OpenOptions, 'mayRepeat' | 'expected'>,
): EngineSession {
  const breaker = createBreaker(expected);
  return {
    async translate(batch, deliver, signal) {
      signal.throwIfAborted();
      try {
        const asking: TextRequest<unknown>['call'] = (request, read) => service.call(request, read, signal);
        const works = planWork(batch.units, definition.tags, deliver);
        const pair = works.length === 0 ? batch : ((await definition.pair?.(batch, asking)) ?? batch);
        return await dispatch(
          service,
          createDispatcher(definition, service, environment, options, pair),
          breaker,
          works,
          signal,
          mayRepeat,
        );
      } catch (error) {
        throw service.refusal(error);
      }
    },
    close: async () => reportWaste(service, breaker),
  };
}

interface Packed {
  readonly texts: readonly { readonly works: readonly Work[] }[];
}

function createDispatcher<Shape extends z.core.$ZodLooseShape>(
  definition: HttpEngineDefinition<Shape>,
  service: Service,
  environment: EngineEnvironment,
  options: z.output<z.ZodMiniObject<Shape>>,
  { source, target }: LanguagePair,
): Dispatcher<Packed> {
  return {
    repeats: definition.repeats ?? false,
    pack: (works, _way, _most, isApart) => pack(works, definition.limits(options), isApart),
    async ask({ texts }, way: Way, signal, sent) {
      const works = texts.flatMap((text) => text.works);
      const asked = works.flatMap((work, index) => textsOf(work, index, works));
      const translated = await definition.translate({
        source,
        target,
        texts: asked,
        terms: new Map(works.flatMap((work) => [...work.terms])),
        tagged: way === 'marked',
        options,
        key: service.key,
        environment,
        call: (request, read) => service.call({ ...request, sent }, read, signal),
      });
      // Texts have no ids of their own: in another number none of them can be trusted.
      if (translated.length !== asked.length) return { answers: new Map(), isMiscounted: true };
      let next = 0;
      const answers = works.flatMap((work): readonly (readonly [Work, readonly string[]])[] => {
        const own = translated.slice(next, (next += work.sentences.length));
        const whole = own.filter((sentence) => sentence !== undefined);
        return whole.length === own.length ? [[work, whole]] : [];
      });
      return { answers: new Map(answers) };
    },
  };
}

/** The sentences of a work; neighbours are named where they are not among the texts. */
function textsOf(work: Work, index: number, works: readonly Work[]): TextRequest<unknown>['texts'] {
  const { sentences, context, fault, around, former, article } = work;
  const isBeside = (other: Work | undefined, by: number): boolean =>
    around !== undefined && other?.article === article && other.around?.place === around.place + by;
  const before = isBeside(works[index - 1], -1) ? '' : (around?.before ?? '');
  const after = isBeside(works[index + 1], 1) ? '' : (around?.after ?? '');
  return sentences.map((text, sentence) => ({
    id: `${index + 1}.${sentence + 1}`,
    text,
    context,
    fault,
    before: sentence === 0 ? before : '',
    after: sentence === sentences.length - 1 ? after : '',
    former: sentence === 0 ? former : undefined,
  }));
}

/** Fills requests in order, up to the numbers of texts and characters. */
function pack(
  works: readonly Work[],
  limits: { readonly texts: number; readonly characters: number; readonly articles?: boolean },
  isApart = false,
): Packing<Packed> {
  const requests: { texts: { works: Work[] }[] }[] = [];
  let texts = Infinity;
  let characters = Infinity;
  let article = '';
  let afterLone = false;
  for (const work of works) {
    const length = work.sentences.reduce((sum, sentence) => sum + sentence.length, 0);
    const isOther = limits.articles === true && work.article !== article;
    const isLone = isApart || (work.alone && work.way === 'marked');
    const isFull = texts + work.sentences.length > limits.texts || characters + length > limits.characters;
    if (isFull || isOther || isLone || afterLone) {
      requests.push({ texts: [] });
      texts = 0;
      characters = 0;
    }
    requests.at(-1)?.texts.push({ works: [work] });
    texts += work.sentences.length;
    characters += length;
    article = work.article;
    afterLone = isLone;
  }
  return { requests, tooLarge: [] };
}
