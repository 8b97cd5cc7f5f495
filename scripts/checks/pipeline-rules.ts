/** Rules that the pipeline itself keeps: they need more than a source and a target, so no check can be tried on them. */
import { languageName } from '../project/languages.ts';
import type { Rule } from './check.ts';
import { textOf } from './finding.ts';

const KEPT = { refuses: false, retries: false, offline: false } as const;
const CORRECT = 'Correct the text there.';

export const translation: Rule = {
  ...KEPT,
  name: 'translation',
  description: 'an engine gave a text that could be verified',
  severity: 'error',
  remedy: '',
  say: (parameters) => textOf(parameters, 'reason'),
};

export const language: Rule = {
  ...KEPT,
  name: 'language',
  description: 'a source is in the language that it says, or a person took it as it is (then a warning)',
  severity: 'error',
  remedy: '',
  say(parameters) {
    const approved = textOf(parameters, 'approved');
    if (approved !== '') return `approved as ${nameOf(approved)}`;
    return `looks like ${nameOf(textOf(parameters, 'looks'))}: ${DECLARE[textOf(parameters, 'syntax')] ?? IN_ARTICLE}`;
  },
};

/** What an author can do depends on where the text stands. */
const IN_ARTICLE = 'declare its language (lang, l10n.lang), or approve it as it is';
const DECLARE: Readonly<Record<string, string>> = {
  i18next: 'i18next JSON cannot declare a language: correct the text, or take it as it is with review approve',
  html: 'declare its language (lang attribute, or lang in front matter), or approve it as it is',
};

/** A tag comes from a record, which may hold anything. */
function nameOf(tag: string): string {
  try {
    return languageName(tag);
  } catch {
    return tag;
  }
}

export const structure: Rule = {
  ...KEPT,
  name: 'structure',
  description: 'the text fits into the article: its blocks are those of the source',
  severity: 'error',
  refuses: true,
  remedy: 'Write a text there that fits into the article.',
  say: (parameters) => textOf(parameters, 'reason'),
};

export const suggestion: Rule = {
  ...KEPT,
  name: 'suggestion',
  description: 'a suggestion keeps the sentences of the person whose source did not change',
  severity: 'warning',
  remedy: CORRECT,
  say: () => 'made anew as a whole, because it is not sure which sentences of the text still stand: compare the two',
};

export const fuzzyMatch: Rule = {
  ...KEPT,
  name: 'fuzzy-match',
  description: 'the text is a translation of this source, and not of a similar one',
  severity: 'warning',
  remedy: CORRECT,
  say: (parameters) =>
    `taken over from a similar text (${textOf(parameters, 'score')}): ${textOf(parameters, 'namespace')} ${textOf(parameters, 'key')}`,
};

/** From a project of the same team. */
export const sharedMatch: Rule = {
  ...KEPT,
  name: 'shared-match',
  description: "the text, which people wrote in another project of the team, is right in this one's place",
  severity: 'warning',
  remedy: CORRECT,
  say: (parameters) =>
    `taken over from ${textOf(parameters, 'project')} (${textOf(parameters, 'score')}): ${textOf(parameters, 'namespace')} ${textOf(parameters, 'key')}`,
};

export const deleted: Rule = {
  ...KEPT,
  name: 'deleted',
  description: 'the text of a person is in its bundle',
  severity: 'error',
  remedy: '',
  say: (parameters) =>
    `a person's text is gone from ${textOf(parameters, 'file')}: restore it from git, or give it up with review reject`,
};

export const editConflict: Rule = {
  ...KEPT,
  name: 'edit-conflict',
  description: 'bundle and article say the same',
  severity: 'error',
  remedy: '',
  say: (parameters) =>
    `edited differently in ${textOf(parameters, 'bundle')} and ${textOf(parameters, 'article')}: make the two equal; neither was touched`,
};

/** What could not be read as a finding. */
export const record: Rule = {
  ...KEPT,
  name: 'record',
  description: 'the findings of a review record can be read',
  severity: 'warning',
  offline: true,
  remedy: CORRECT,
  say: (parameters) => textOf(parameters, 'said'),
};

export const PIPELINE_RULES: readonly Rule[] = [
  translation,
  language,
  structure,
  suggestion,
  fuzzyMatch,
  sharedMatch,
  deleted,
  editConflict,
  record,
];
