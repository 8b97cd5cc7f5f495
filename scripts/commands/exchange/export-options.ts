/** What is asked of `export`. */
import type { Invocation, OptionHelp } from '../../project/entry.ts';
import { UsageError } from '../../project/errors.ts';
import { nearest } from '../../project/nearest.ts';
import { ruleNamed, RULES } from '../../checks/index.ts';
import { STATES } from '../../units/unit.ts';
import type { Selection } from './collect-units.ts';

export const exportOptions: Readonly<Record<string, OptionHelp>> = {
  to: { type: 'string', value: 'es,it', help: 'only these target languages; one file each, but for TMX' },
  only: { type: 'string', value: 'GLOB', help: 'of XLIFF and PO: only these files of source/' },
  state: {
    type: 'string',
    value: 'STATE,…',
    help: 'of XLIFF and PO: only initial (no text yet), translated, reviewed, final, stale',
  },
  findings: {
    type: 'optional',
    value: 'CHECK',
    help: 'of XLIFF and PO: only units with a finding; with a name: of that check',
  },
  dialect: { type: 'string', value: 'NAME', help: 'of XLIFF: 2.1 (default) or 1.2; of TBX: 3 (default) or 2' },
  'copy-source': { type: 'boolean', help: 'of XLIFF: the source text stands in targets that are empty' },
  reviewed: { type: 'boolean', help: 'of TMX: only what a person wrote or approved' },
};

/** @throws UsageError for an unknown state or check. */
export function readSelection({ text }: Invocation): Selection {
  const known = [...STATES, 'stale' as const];
  const states = text('state')
    ?.split(',')
    .map((word) => {
      const state = known.find((one) => one === word.trim());
      if (state !== undefined) return state;
      throw new UsageError(`"${word.trim()}" is no state.`, { remedy: `Say one of ${known.join(', ')}.` });
    });
  const check = text('findings');
  if (check !== undefined && check !== '' && ruleNamed(check).description === 'a rule that is not known here') {
    const near = nearest(
      check,
      RULES.map(({ name }) => name),
    );
    throw new UsageError(
      `There is no check "${check}".`,
      near === undefined ? {} : { remedy: `Did you mean ${near}?` },
    );
  }
  return { only: text('only'), states, findings: check === undefined ? false : check === '' ? true : check };
}

/** @throws UsageError for one that the format does not have. */
export function dialectOf({ text }: Invocation, dialects: readonly string[]): string | undefined {
  const dialect = text('dialect') ?? dialects[0];
  if (dialect === undefined || dialects.includes(dialect)) return dialect;
  throw new UsageError(`There is no dialect "${dialect}" of this format.`, {
    remedy: `Say one of ${dialects.join(', ')}.`,
  });
}
