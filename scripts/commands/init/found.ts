/** What a project says of itself: where its texts are, and in which languages. */
import type { FilesSetting } from '../../project/layout/files-entry.ts';

export interface Found {
  /** What it is, for a person: `Docusaurus`, `i18next in public/locales/`. */
  readonly what: string;
  readonly files: readonly FilesSetting[];
  readonly sourceLanguage: string | undefined;
  /** As they are spelt in paths or settings. */
  readonly languages: readonly string[];
  /** How languages are spelt whose names on disk are other languages', or none's. */
  readonly spelling?: Readonly<Record<string, string>>;
  /** What a person should know of it. */
  readonly notes?: readonly string[];
}

/** Joins what several looks have found; the first that tells the source language is believed. */
export function together(found: readonly Found[]): Found {
  return {
    what: found.map(({ what }) => what).join(' and '),
    files: found.flatMap(({ files }) => files),
    sourceLanguage: found.map(({ sourceLanguage }) => sourceLanguage).find((language) => language !== undefined),
    languages: [...new Set(found.flatMap(({ languages }) => languages))],
    spelling: Object.assign({}, ...found.map(({ spelling }) => spelling)),
    notes: found.flatMap(({ notes = [] }) => notes),
  };
}
