import type { Desk } from '../desk.ts';

/** A small site of one flavour, and the program that builds it. */
export interface Generator {
  readonly name: string;
  /** Files of the project, `source/` apart: the generator's configuration and its templates. */
  readonly files: Readonly<Record<string, string>>;
  /** Pages by their path below `source/`. */
  readonly pages: Readonly<Record<string, string>>;
  /** Elements that hold the page's own words, not the theme's: tag names or classes. */
  readonly main: (tag: string, classes: readonly string[]) => boolean;
  /** Fetches the program; nothing is installed. */
  obtain(desk: Desk): Promise<Build>;
}

/**
 * Builds the site of a project.
 * @param root the project
 * @param pages the folder of its pages, below the root
 * @param output an absolute folder
 * @returns what the generator said; broken links in it are faults
 */
export type Build = (root: string, pages: string, output: string) => Promise<string>;
