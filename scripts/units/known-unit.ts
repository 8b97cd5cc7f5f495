/** A unit as the last run saw it: a line of the source bundle. */
export interface KnownUnit {
  readonly key: string;
  readonly value: string;
}
