/**
 * What the review page and its server say to each other. Types and pure constants only: the page is built from this file, too.
 */
import type { Severity } from '../checks/check.ts';
import type { State, UnitKind } from '../units/unit.ts';

/** A unit in a language; its address in the page is `#/es/blog/bread?body.lead.p1`. */
export interface Address {
  readonly language: string;
  readonly namespace: string;
  readonly key: string;
}

/** A unit as the list shows it. */
export interface UnitRow {
  readonly namespace: string;
  readonly key: string;
  readonly source: string;
  /** null: there is no target. */
  readonly target: string | null;
  readonly state: State;
  /** The target belongs to an older source. */
  readonly stale: boolean;
  /** Engine name, `memory`, `person`, `source`; empty without a target. */
  readonly origin: string;
  /** Of source and target as they are: a decision names it, and holds for nothing else. */
  readonly version: string;
  readonly errors: number;
  readonly warnings: number;
  readonly waived: number;
  /** A translation of the new source waits beside a person's text. */
  readonly suggested: boolean;
  readonly noted: boolean;
}

/** How far something is. */
export interface Progress {
  readonly units: number;
  readonly approved: number;
  readonly translated: number;
  readonly errors: number;
}

export interface ProjectInfo {
  readonly name: string;
  readonly sourceLanguage: string;
  readonly languages: readonly {
    readonly tag: string;
    readonly name: string;
    readonly direction: 'ltr' | 'rtl';
    readonly progress: Progress;
  }[];
  /** In the order of their paths. */
  readonly files: readonly {
    readonly namespace: string;
    readonly path: string;
    /** Whether it is rendered, so that the second view can show it. */
    readonly article: boolean;
    /** By language; absent where the file is in that language itself. */
    readonly progress: Readonly<Record<string, Progress>>;
  }[];
  /** What could not be read, one line each. */
  readonly troubles: readonly string[];
}

/** Offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ShownFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where in the target, where that is known. */
  readonly span?: Span;
  /** A person's reason why it is right as it is. */
  readonly waived?: string;
}

export interface ShownTerm {
  /** The form in the source. */
  readonly source: string;
  /** Accepted forms, the required one first; empty: none for this language. */
  readonly accepted: readonly string[];
  readonly deprecated: readonly string[];
  readonly note?: string;
}

export interface UnitDetail {
  readonly address: Address;
  readonly row: UnitRow;
  readonly kind: UnitKind;
  readonly file: string;
  readonly line: number;
  readonly sourceLanguage: string;
  readonly sourceDirection: 'ltr' | 'rtl';
  /** Where stale: the source that the target belongs to. */
  readonly previous?: string;
  readonly suggestion?: string;
  readonly findings: readonly ShownFinding[];
  readonly terms: readonly ShownTerm[];
  /** Inline codes of the source as they are written, in their order. */
  readonly codes: readonly string[];
  /** What a reviewer left for whoever comes next. */
  readonly note?: string;
}

export interface ShownMatch {
  /** 102, 101 in context, 100 exact, 99 repaired, less: alike. */
  readonly score: number;
  readonly source: string;
  readonly target: string;
  readonly namespace: string;
  readonly key: string;
  readonly state: State;
  readonly origin: string;
}

/** A place where a searched text stands. */
export interface SearchHit extends Address {
  readonly source: string;
  readonly target: string | null;
  readonly state: State;
}

/**
 * `save`: the text is a person's, not yet approved. `approve`: it is right for the source as it is (with `target`: this text is).
 * `reject`: takes an approval back; a draft goes and is made anew. `accept`, `dismiss`: the suggestion beside a person's text.
 * `waive`: a finding is right as it is.
 */
export const VERBS = ['save', 'approve', 'reject', 'accept', 'dismiss', 'waive'] as const;
export type Verb = (typeof VERBS)[number];

export interface Decision {
  readonly verb: Verb;
  readonly language: string;
  readonly units: readonly {
    readonly namespace: string;
    readonly key: string;
    readonly version: string;
    /** The new text, for save and approve. */
    readonly target?: string | undefined;
  }[];
  /** Approve as final. */
  readonly final?: boolean | undefined;
  /** For waive: the check whose finding is meant, and why. */
  readonly check?: string | undefined;
  readonly reason?: string | undefined;
  /** For reject: what is wrong. */
  readonly note?: string | undefined;
}

/** What a decision met in place of the text that it was made for. Nothing was written. */
export interface Clash {
  readonly namespace: string;
  readonly key: string;
  /** As it is now. */
  readonly row: UnitRow;
}

export interface Outcome {
  readonly language: string;
  /** Units as they are afterwards. */
  readonly done: readonly UnitRow[];
  readonly clashes: readonly Clash[];
  readonly refused: readonly { readonly namespace: string; readonly key: string; readonly reason: string }[];
  /** Units that became or lost something by a decision on others: counts of a whole file are read again. */
  readonly title: string;
}

/** Somebody at a page. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** The unit that they have open. */
  readonly at: Address | null;
}

/** Sent by the server as it happens. */
export type ServerEvent =
  | { readonly type: 'changed'; readonly namespaces: readonly string[] }
  | { readonly type: 'people'; readonly people: readonly Person[] };

/** What the server's routes take and give; all are below `/api/`. */
export interface Routes {
  readonly project: { readonly answer: ProjectInfo };
  readonly units: { readonly answer: readonly UnitRow[] };
  readonly unit: { readonly answer: UnitDetail };
  readonly matches: { readonly answer: readonly ShownMatch[] };
  readonly judge: { readonly answer: readonly ShownFinding[] };
  readonly terms: { readonly answer: readonly ShownTerm[] };
  readonly search: { readonly answer: readonly SearchHit[] };
  readonly decide: { readonly answer: Outcome };
  readonly undo: { readonly answer: Outcome | null };
  readonly presence: { readonly answer: null };
}
