/** Which inline codes a target lost or won, and of what kind they are. */
import type { CodeKind, Inline } from '../../units/unit.ts';
import type { CheckInput, Parameters } from '../check.ts';
import { textOf } from '../finding.ts';

export interface CodeFault {
  readonly kind: CodeKind;
  readonly signature: string;
  readonly side: 'missing' | 'extra';
}

/** The lost and won codes of some kinds: the lost ones first. */
export function codeFaults(
  { codes: { missing, extra }, sourceContent, targetContent }: CheckInput,
  kinds: ReadonlySet<CodeKind>,
): readonly CodeFault[] {
  if (missing.length === 0 && extra.length === 0) return NO_FAULTS;
  const faults = [...faultsOf(missing, sourceContent, 'missing'), ...faultsOf(extra, targetContent, 'extra')];
  return faults.filter(({ kind }) => kinds.has(kind));
}

const NO_FAULTS: readonly CodeFault[] = [];

function faultsOf(signatures: readonly string[], content: readonly Inline[], side: CodeFault['side']): CodeFault[] {
  if (signatures.length === 0) return [];
  const kinds = new Map<string, CodeKind>();
  const visit = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') continue;
      kinds.set(node.signature, node.kind);
      if (node.type === 'pair') visit(node.children);
    }
  };
  visit(content);
  return signatures.map((signature) => ({ kind: kinds.get(signature) ?? 'other', signature, side }));
}

/** `{ missing: x }` or `{ extra: x }`. */
export function codeParameters({ side, signature }: CodeFault): Parameters {
  return { [side]: signature };
}

/** `lacks {{name}}`, `has <b>, which the source has not`. */
export function sayCode(parameters: Parameters): string {
  const missing = textOf(parameters, 'missing');
  return missing === '' ? `has ${textOf(parameters, 'extra')}, which the source has not` : `lacks ${missing}`;
}
