/**
 * The contract of a machine translation engine. One engine is one file that exports one `Engine`;
 * `engines/index.ts` has the table. Engines know nothing of files, keys, bundles or the termbase.
 */
import type { Inline } from '../units/unit.ts';

/**
 * How terms can be made to come out right with an engine:
 * `native`: it takes a glossary (given to `open`); `proxy`: a paired code of kind `term` around a stand-in noun whose
 * translation is replaced afterwards; `token`: a standing code of kind `term` whose markup is the target form;
 * `prompt`: the unit carries the terms that occur in it.
 */
export type TermMethod = 'native' | 'proxy' | 'token' | 'prompt';

export interface EngineEnvironment {
  /** Environment variables; the only place where keys come from. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Glossa's cache shared by projects: models, unpacked packages. Absolute. */
  readonly sharedCache: string;
  /** The project root, absolute; only to be mentioned, never written. */
  readonly root: string;
  /** The engine's own object of the configuration (`engines.<name>`), not yet validated. */
  readonly options: unknown;
  /** One line for the user on stderr. */
  readonly note: (line: string) => void;
}

export interface LanguagePair {
  /** BCP 47. */
  readonly source: string;
  readonly target: string;
}

/** Pairs of forms for an engine with a glossary of its own. */
export interface GlossaryEntries extends LanguagePair {
  /** Source form -> target form; sorted, no duplicates. */
  readonly entries: ReadonlyMap<string, string>;
}

export interface OpenOptions {
  /** For `native` engines; empty when the project has no termbase. */
  readonly glossaries: readonly GlossaryEntries[];
  /** The project's own words for a language, by their small letters, for engines that meet words that they do not know. */
  readonly words?: (language: string) => ReadonlyMap<string, string>;
  /** Requests in flight at most. */
  readonly concurrency: number;
  /** Characters that a run will ask for at least, where that is known before all its texts are: what it may risk is a share. */
  readonly expected?: number;
  /**
   * Asked before characters are sent a second time, because their answer came back damaged; the first time has been
   * reckoned with. False: they may not be. Absent: they may.
   */
  readonly mayRepeat?: (characters: number) => boolean;
  /** Sends a request when what earlier ones brought is kept. Absent: at once. */
  readonly turn?: <Result>(request: () => Promise<Result>) => Promise<Result>;
}

/** One unit to translate: the sentences of it that are needed, in order. */
export interface EngineUnit {
  /** Units of one article stand together and in order. */
  readonly article: string;
  /** A segment's inline codes have ids that are unique in the unit. Never empty, never only white space. */
  readonly segments: readonly (readonly Inline[])[];
  /** Plain text around the sentences, only where they were cut out of their unit. Not translated, not billed. */
  readonly context?: string;
  /** For `prompt` engines: source form -> required target form. */
  readonly terms?: ReadonlyMap<string, string>;
  /** For `prompt` engines: what stands around the unit in its article. Not translated. */
  readonly around?: Around;
  /** For `prompt` engines: the source before it changed, and its translation. */
  readonly former?: { readonly source: string; readonly target: string };
}

/** A unit's place among those of its article, and the words of its neighbours; empty for none. */
export interface Around {
  readonly place: number;
  readonly before: string;
  readonly after: string;
}

export interface EngineBatch extends LanguagePair {
  readonly units: readonly EngineUnit[];
  /** What the answers are kept under, one a unit: equal ones are asked for once in a team. */
  readonly keys?: readonly string[];
}

/** A unit's answer: as many segments as asked for, or why there is none. */
export type EngineAnswer =
  | {
      readonly ok: true;
      /** Each holds exactly the codes of its source segment, pairs properly nested, markup untouched. */
      readonly segments: readonly (readonly Inline[])[];
      /** Source words that the engine did not know; a sign of low confidence. */
      readonly unknownWords?: readonly string[];
    }
  | {
      readonly ok: false;
      readonly reason: string;
      /** True where it was not tried to the end, because the run's limit was reached: another run may. */
      readonly isPostponed?: boolean;
    };

export interface EngineUsage {
  readonly requests: number;
  /** Characters of source text sent, markup that we add not counted. */
  readonly characters: number;
  /** What the service says that it billed, where it does. */
  readonly billed?: number;
  /** Of `characters`, those of answers that could not be used. */
  readonly wasted?: number;
}

export interface EngineSession {
  /**
   * Translates a batch. `deliver` is called once a unit, in any order, the moment its answer is there.
   * @throws EngineRefusal when the engine will not go on (key, quota, network): what was delivered stays delivered.
   * @throws the signal's reason after cancellation, when the requests in flight are done, or an Interruption that says what
   *   was used by then.
   */
  translate(
    batch: EngineBatch,
    deliver: (unit: number, answer: EngineAnswer) => void,
    signal: AbortSignal,
  ): Promise<EngineUsage>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** One sentence for `--help`, README's table and the choice of `auto`. */
  readonly description: string;
  /** In the order in which they are to be tried; the stricter ones after a miss. */
  readonly terms: readonly TermMethod[];
  /** Where the methods depend on the pair (DeepL has glossaries for some languages only); absent: `terms` for all. */
  termsFor?(pair: LanguagePair): readonly TermMethod[];
  /** Whether it asks `OpenOptions.words`: its stored answers depend on them. */
  readonly usesWords?: boolean;
  /** True where the text leaves this machine. */
  readonly remote: boolean;
  /** List price in EUR of a million characters sent, without base fees; absent: free, or not known. */
  readonly pricePerMillion?: number;
  /** What some units of one language pair would take, about, where that is known without sending them. */
  estimate?(
    units: readonly EngineUnit[],
    environment: EngineEnvironment,
  ): {
    readonly requests: number;
    /** Of a language model: what it reads and writes. */
    readonly tokens?: number;
    /** In EUR, by the prices that the configuration names. */
    readonly price?: number;
  };
  /** What one request holds at most, where the engine sends small ones: a team's jobs are as large. */
  requestSize?(environment: EngineEnvironment): { readonly characters: number; readonly units: number };
  /**
   * What answers depend on beside the engine's own configuration: a model that the environment names, a file of the project.
   * Answers that are kept are those of the same fingerprint. Absent or empty: nothing.
   */
  fingerprint?(environment: EngineEnvironment): string;
  /**
   * Whether the engine can serve the pair here and now, without network traffic.
   * @returns undefined if so, else what is missing and the one command or setting that helps.
   */
  unavailable(pair: LanguagePair, environment: EngineEnvironment): Promise<string | undefined>;
  /**
   * Gets what the engine lacks from the system's own packages, saying each step; never fails. Only where a user's set-up
   * may do that unasked; models and keys are never fetched here.
   */
  obtain?(source: string, targets: readonly string[], environment: EngineEnvironment): Promise<unknown>;
  /** @throws ConfigurationError on bad options. */
  open(environment: EngineEnvironment, options: OpenOptions): Promise<EngineSession>;
}
