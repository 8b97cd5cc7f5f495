/**
 * The contract of rules, checks and findings. A rule says what must hold; a check is a rule that can be tried on a source
 * and a target; a finding is what either reports, and is data: the words for a person are made from the rule and the
 * finding's parameters, by the rule's `say`, and nowhere else. One check is one file that exports one `Check`;
 * `checks/index.ts` has the table of all rules, the pipeline's own among them.
 */
import type { Inline, SyntaxName, UnitKind } from '../units/unit.ts';

/** Raised when a rule judges the same text in another way: every target is then judged again. */
export const CHECKS_GENERATION = 6;

export type Severity = 'error' | 'warning';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a finding is about, as its rule names it: the number that is missing, the words that stand twice. */
export type Parameters = { readonly [name: string]: Json };

/** A place in the target's value as it stands in the bundle: UTF-16 offsets, the end exclusive. */
export type Span = readonly [start: number, end: number];

export interface Finding {
  /** The rule's name. */
  readonly rule: string;
  readonly severity: Severity;
  readonly parameters?: Parameters | undefined;
  readonly span?: Span | undefined;
}

/** A finding with its words: what reports and the review show. */
export interface SaidFinding extends Finding {
  readonly message: string;
  /** What a person can do, a sentence; empty where the message says it. */
  readonly remedy: string;
}

/** What must hold of a translation, and what follows where it does not. */
export interface Rule {
  /** A kebab-case word, digits allowed; what records, the configuration and reports call it. */
  readonly name: string;
  /** What must hold, one clause without a full stop. */
  readonly description: string;
  /** Of a finding that says nothing else. */
  readonly severity: Severity;
  /** True where machine text with such an error is not written at all: the unit stays `initial` with the finding. */
  readonly refuses: boolean;
  /** True where a stricter try with the same engine may mend machine text with such an error. */
  readonly retries: boolean;
  /** True where source and target alone decide, so that it can be judged anew; else the finding is kept with the record. */
  readonly offline: boolean;
  /** What a person can do, a sentence; empty where the finding says it. */
  readonly remedy: string;
  /** The finding in plain words, in one line without a full stop, from parameters that may come from a damaged record. */
  readonly say: (parameters: Parameters) => string;
}

/** What most checks have in common: a warning about a text that is written all the same, and judged from itself alone. */
export const WARNS = {
  severity: 'warning',
  refuses: false,
  retries: false,
  offline: true,
  remedy: 'Correct the text there.',
} as const;

/** A check whose errors keep machine text from being written. */
export const REFUSES = { ...WARNS, severity: 'error', refuses: true, retries: true } as const;

/** What a check found. */
export interface Fault {
  /** The rule's own where absent. */
  readonly severity?: Severity;
  readonly parameters?: Parameters;
  readonly span?: Span | undefined;
}

/** What a check of a project's own gives: `find` is the part of the target that is meant. */
export interface OwnFault {
  readonly message: string;
  readonly severity?: Severity | undefined;
  readonly find?: string | undefined;
}

/** A check of a project's own: what a file named in `"checks"` of the configuration exports. */
export interface OwnCheck {
  readonly name: string;
  readonly description: string;
  readonly severity?: Severity;
  readonly refuses?: boolean;
  readonly remedy?: string;
  readonly run: (input: CheckInput) => readonly OwnFault[];
}

/** A concept that the source uses, and what the target must therefore hold. Made by terminology. */
export interface RequiredTerm {
  readonly concept: string;
  /** The form found in the source. */
  readonly source: string;
  /** How often the source uses the concept. */
  readonly count: number;
  /** All accepted target forms, the required one first. Empty: the termbase has none for this language. */
  readonly accepted: readonly string[];
  /** Forms that must not be used. */
  readonly deprecated: readonly string[];
  readonly caseSensitive: boolean;
  /** A name that stays as it is. */
  readonly doNotTranslate?: boolean;
}

/** A source and a target as the pipeline hands them in. */
export interface JudgedUnit {
  readonly kind: UnitKind;
  readonly syntax: SyntaxName;
  /** The unit's key in the target's bundle, for rules about keys (plural forms, limits). */
  readonly key?: string;
  readonly namespace?: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly source: string;
  readonly target: string;
  readonly sourceContent: readonly Inline[];
  readonly targetContent: readonly Inline[];
  /** Their words as one string; see running-text.ts. */
  readonly sourceWords: string;
  readonly targetWords: string;
  /** Signatures of inline codes that the target lacks, and of those that it has too many. */
  readonly codes: { readonly missing: readonly string[]; readonly extra: readonly string[] };
  readonly terms: readonly RequiredTerm[];
  /** True where a person wrote or approved the target. */
  readonly person: boolean;
  /** What an engine did not know, for machine text of this run. */
  readonly unknownWords: readonly string[];
}

/** Texts of a source and a target that answer each other. */
export interface TextPair {
  /** Running text, with `\uFFFC` for a code without words; empty for a text that only the target has. */
  readonly source: string;
  readonly target: string;
  /** What kinds of characters each has: flags of traits.ts, so that most rules need no second look. */
  readonly sourceHas: number;
  readonly targetHas: number;
}

export interface CheckInput extends JudgedUnit {
  /** The unit's running text first, then its alt texts and titles, one by one. */
  readonly texts: readonly TextPair[];
  /** At most so many characters. */
  readonly limit?: number;
  /** Names of the places (`#name`) in a page that an address leads to, where they are known; of the target's own where it is empty. */
  places?(page: string): ReadonlySet<string> | undefined;
  /** Whether a text is surely in the source's language and not in the target's; never where nobody can tell. */
  looksLikeSource(text: string): boolean;
  /** Where a part of `texts[index].target` stands in `target`; undefined where escapes or markup hide it. */
  spanOf(index: number, start: number, end: number): Span | undefined;
}

/** A rule that source and target can be tried against. It throws nothing and changes nothing. */
export interface Check extends Rule {
  readonly run: (input: CheckInput) => readonly Fault[];
}

/** A unit among the others of its file and language, with a target that belongs to its source. */
export interface UnitAmongOthers {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** A rule about the units of one file and language together. */
export interface AcrossCheck extends Rule {
  /** @returns what is wrong, by the place of the unit in the list: of two that clash the later one */
  readonly run: (
    units: readonly UnitAmongOthers[],
  ) => readonly { readonly index: number; readonly parameters: Parameters }[];
}

/** What judging needs beside a unit. */
export interface JudgeOptions {
  /** Tells the project's languages apart; without it `wrong-language` says nothing. */
  readonly detect?: (
    text: string,
    declared?: string,
  ) => { readonly language: string; readonly sure: boolean } | undefined;
  /** Checks of the project's own. */
  readonly own?: readonly Check[];
  /** The most characters that a key may have. */
  readonly limitOf?: ((key: string) => number | undefined) | undefined;
  /** Names of the places in a page, as a check is given them; seldom asked. */
  readonly places?: (page: string) => ReadonlySet<string> | undefined;
}
