/** Names of XLIFF 2.1 (https://docs.oasis-open.org/xliff/xliff-core/v2.1/) and of what we put into it. */
import type { CodeKind } from '../../units/unit.ts';

export const XLIFF2 = 'urn:oasis:names:tc:xliff:document:2.0';
export const GLOSSARY = 'urn:oasis:names:tc:xliff:glossary:2.0';
export const MATCHES = 'urn:oasis:names:tc:xliff:matches:2.0';
/** Our own attribute: what a unit said when it went out. */
export const OWN = 'urn:glossa:exchange:1';

interface CodeType {
  readonly type: 'fmt' | 'ui' | 'quote' | 'link' | 'image' | 'other';
  readonly subType?: string;
}

const TYPES: Readonly<Partial<Record<CodeKind, CodeType>>> = {
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  strong: { type: 'fmt', subType: 'xlf:b' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  delete: { type: 'fmt' },
  link: { type: 'link' },
  url: { type: 'link' },
  image: { type: 'image' },
  placeholder: { type: 'ui', subType: 'xlf:var' },
  expression: { type: 'ui', subType: 'xlf:var' },
};

/** The attributes `type` and `subType` of a code (XLIFF 2.1, 4.3.1.36 and 4.3.1.34). */
export function codeType(kind: CodeKind): CodeType {
  return TYPES[kind] ?? { type: 'other' };
}

/** The id of a text in its file: of the unit's key, with its number where it stands in markup. */
export function partId(id: string, part: number): string {
  return part === 0 ? id : `${id}:${part}`;
}
