/** What the page's server, and `review` from the shell, ask of a project. */
import type {
  Address,
  Decision,
  Outcome,
  ProjectInfo,
  SearchHit,
  ShownFinding,
  ShownMatch,
  ShownTerm,
  UnitDetail,
  UnitRow,
} from './contract.ts';

/** Every address may be one that does not exist: the answer is then undefined. */
export interface ReviewDesk {
  project(): Promise<ProjectInfo>;
  /** In the source's order, one file after the other. */
  units(language: string, namespace?: string): Promise<readonly UnitRow[]>;
  unit(address: Address): Promise<UnitDetail | undefined>;
  matches(address: Address): Promise<readonly ShownMatch[]>;
  /** Findings that a text would have in place of the target. */
  judge(address: Address, target: string): Promise<readonly ShownFinding[]>;
  /** The termbase's entries that hold a text, in either language. */
  terms(language: string, text: string): Promise<readonly ShownTerm[]>;
  /** Everything that holds a text, in source or target, in all languages; at most 200. */
  search(text: string): Promise<readonly SearchHit[]>;
  /**
   * Carries a decision out, unit by unit.
   * @param by who decides: a page's id, or `shell`.
   * @throws GlossaError when files cannot be read or written.
   */
  decide(decision: Decision, by: string): Promise<Outcome>;
  /** Takes the last action back, one's own; undefined: there is none. */
  undo(by: string): Promise<Outcome | undefined>;
  /** An article as HTML, a unit's text within `<x-unit data-key data-state>`; undefined where the file has none. */
  article(language: string, namespace: string, side: 'source' | 'target'): Promise<string | undefined>;
  /** An image that an article shows, by its path as the article writes it. */
  image(namespace: string, path: string): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined>;
  /** Calls back with namespaces whose files have changed, whoever changed them. @returns how to end it. */
  watch(changed: (namespaces: readonly string[]) => void): Promise<() => Promise<void>>;
}
