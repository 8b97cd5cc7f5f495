import type { CodeKind } from '../../units/unit.ts';
import { REFUSES, type Check } from '../check.ts';
import { textOf } from '../finding.ts';
import { NONE } from '../on-texts.ts';
import { codeFaults, type CodeFault } from './code-faults.ts';
import { addressOf, withoutPlace } from './address.ts';

const KINDS: ReadonlySet<CodeKind> = new Set(['link', 'image', 'url']);

/**
 * Links, images and addresses lead where those of the source lead. A machine may change nothing in them. A person may link the
 * page in their language: as many links as the source has are no error, and one that differs by its language or by the
 * place in the page alone is not even told here (`anchors` sees to the place).
 */
export const links: Check = {
  ...REFUSES,
  name: 'links',
  description:
    'links, images and addresses lead where those of the source lead, or to the page in the language of the target',
  remedy: 'Correct the address there, or take it as it is with review approve.',
  say(parameters) {
    const [missing, extra] = [textOf(parameters, 'missing'), textOf(parameters, 'extra')];
    if (missing !== '' && extra !== '') return `leads to ${extra} where the source leads to ${missing}`;
    return missing === '' ? `has ${extra}, which the source has not` : `lacks ${missing}`;
  },
  run(input) {
    const faults = codeFaults(input, KINDS);
    if (faults.length === 0) return NONE;
    if (!input.person) return faults.map(({ side, signature }) => ({ parameters: { [side]: signature } }));
    const lost = faults.filter(({ side }) => side === 'missing');
    const won = faults.filter(({ side }) => side === 'extra');
    const found = lost.flatMap((fault) => {
      const index = partner(fault, won, input.sourceLanguage, input.targetLanguage);
      const other = index < 0 ? undefined : won.splice(index, 1)[0];
      if (other === undefined) return [{ missing: fault.signature }];
      const isLocal =
        plainAddress(fault, input.sourceLanguage, input.targetLanguage) ===
        plainAddress(other, input.sourceLanguage, input.targetLanguage);
      return isLocal || isExample(fault) ? [] : [{ missing: fault.signature, extra: other.signature }];
    });
    const added = won.map(({ signature }) => ({ extra: signature }));
    return [...found, ...added].map((parameters) => ({ severity: 'warning', parameters }));
  },
};

/** What stands in place of a lost link: one that differs by its language alone, else the next of its kind. */
function partner(fault: CodeFault, won: readonly CodeFault[], ...languages: readonly [string, string]): number {
  const wanted = plainAddress(fault, ...languages);
  const local = won.findIndex((other) => plainAddress(other, ...languages) === wanted);
  return local >= 0 ? local : won.findIndex(({ kind }) => kind === fault.kind);
}

/** An address that is nobody's and that readers see: a person may write it in their language. */
function isExample({ kind, signature }: CodeFault): boolean {
  return (
    kind === 'url' &&
    /^(?:\w+:\/\/)?(?:[\w-]+\.)*(?:example|(?:my|your)-?\w+)(?:\.\w+)*(?:[/:?#]|$)/i.test(addressOf(signature))
  );
}

function plainAddress({ signature }: CodeFault, source: string, target: string): string {
  return withoutPlace(addressOf(signature), source, target);
}
