/** Names of XLIFF 1.2 (http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html). */
import type { CodeKind, State } from '../../units/unit.ts';

export const XLIFF12 = 'urn:oasis:names:tc:xliff:document:1.2';

const TYPES: Readonly<Partial<Record<CodeKind, string>>> = {
  emphasis: 'italic',
  strong: 'bold',
  break: 'lb',
  link: 'link',
  image: 'image',
};

/** The attribute `ctype`; what the standard has no word for begins with `x-`. */
export function codeType(kind: CodeKind): string {
  return TYPES[kind] ?? `x-${kind}`;
}

/** The attribute `state` of a target. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  initial: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
};

/** Many tools know `approved` only, others `state`: the first counts where it says yes. */
export function stateOf(approved: string | undefined, word: string | undefined): State | undefined {
  if (approved === 'yes') return word === 'final' ? 'final' : 'reviewed';
  if (word === undefined) return undefined;
  return word === 'new' || word.startsWith('needs-') ? 'initial' : 'translated';
}
