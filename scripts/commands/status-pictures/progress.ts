/** How far one language is, as parts of a whole: what the badge and the chart draw. */
export interface Progress {
  readonly language: string;
  /** Units that a person wrote or approved, and whose source is still the same. */
  readonly reviewed: number;
  /** Machine text of the present source. */
  readonly drafts: number;
  /** Texts whose source has changed since. */
  readonly stale: number;
  readonly missing: number;
}

export function unitsOf({ reviewed, drafts, stale, missing }: Progress): number {
  return reviewed + drafts + stale + missing;
}

/** Whole percent, rounded down: 100 only where nothing is left. Of nothing everything is done. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((100 * part) / whole);
}

/** Text for SVG, in content and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
