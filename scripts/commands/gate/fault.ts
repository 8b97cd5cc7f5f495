/** What the gate finds, before it is known where in a file a person mends it. */
import type { Severity } from '../../checks/check.ts';
import type { GlossaError } from '../../project/errors.ts';

/** What may be wrong with a unit or a file in a language. */
export const FAULT_KINDS = [
  'missing',
  'stale',
  'unreviewed',
  'damaged',
  'unrecorded',
  'finding',
  'source',
  'orphan',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly severity: Severity;
  /** Where a person mends it, relative to the root. */
  readonly file: string;
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
  readonly endColumn?: number;
  readonly key?: string;
  readonly language?: string;
  readonly namespace?: string;
  /** What the fault is about: the source file, the bundle, and both texts as they are now where they were read. */
  readonly unit?: {
    readonly file: string;
    readonly source?: string;
    readonly bundle: string;
    readonly target?: string | undefined;
  };
  /** The check's name, of a finding. */
  readonly check?: string;
  /** The part of the value that is meant: UTF-16 offsets, the end exclusive. */
  readonly span?: readonly [start: number, end: number];
  readonly message: string;
  /** The words that it is about, where it is about words: those of one file are told together. */
  readonly words?: readonly string[];
}

/** What a fault is called: in the configuration, with `--allow`, in every output format. */
export function ruleOf({ check, kind }: Pick<Fault, 'check' | 'kind'>): string {
  return check ?? kind;
}

export interface LanguageCheck {
  units: number;
  translated: number;
  /** Units that a person wrote or approved. */
  reviewed: number;
  /** Machine text of the present source. */
  drafts: number;
  missing: number;
  stale: number;
  findings: number;
  /** People's edits that the next run of `translate` records. */
  edits: number;
  /** Uses of terms in the source, and how many of them the target answers with an accepted form. */
  terms: { required: number; found: number };
}

/** A finding that a person takes as right. */
export interface WaivedFinding {
  readonly file: string;
  readonly language: string;
  readonly namespace: string;
  readonly key: string;
  readonly rule: string;
  readonly reason: string;
}

export interface CheckReport {
  readonly waived: WaivedFinding[];
  readonly faults: Fault[];
  readonly languages: Map<string, LanguageCheck>;
  readonly errors: GlossaError[];
  /** What lies in `locales/` and has no source; see `findOrphans`. */
  orphans: readonly string[];
}

export function languageCheck({ languages }: CheckReport, language: string): LanguageCheck {
  const found = languages.get(language);
  if (found !== undefined) return found;
  const fresh: LanguageCheck = {
    units: 0,
    translated: 0,
    reviewed: 0,
    drafts: 0,
    missing: 0,
    stale: 0,
    findings: 0,
    edits: 0,
    terms: { required: 0, found: 0 },
  };
  languages.set(language, fresh);
  return fresh;
}
