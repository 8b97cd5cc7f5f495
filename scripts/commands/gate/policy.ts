/** What the project's configuration says of findings: how bad each is, by the name of its check or kind. */
import { RULES } from '../../checks/index.ts';
import { CONFIGURATION_FILE, type Configuration } from '../../project/configuration.ts';
import { ConfigurationError, UsageError } from '../../project/errors.ts';
import { nearest } from '../../project/nearest.ts';
import { FAULT_KINDS, ruleOf, type Fault } from './fault.ts';

/** Everything that can be found, by name. */
export const RULE_NAMES: readonly string[] = [...FAULT_KINDS, ...RULES.map(({ name }) => name)];

/**
 * Faults as bad as the configuration says; those that it switches off are gone.
 * @throws ConfigurationError for a name that is no check and no kind.
 */
export function applySeverities(
  faults: readonly Fault[],
  { severity, ownChecks }: Pick<Configuration, 'severity' | 'ownChecks'>,
): Fault[] {
  for (const name of Object.keys(severity)) {
    // A check of the project's own has a name that only its file says.
    if (RULE_NAMES.includes(name) || ownChecks.length > 0) continue;
    throw new ConfigurationError(`"severity" knows no check "${name}".`, {
      place: { file: CONFIGURATION_FILE },
      remedy: hint(name),
    });
  }
  return faults.flatMap((fault) => {
    const choice = severity[ruleOf(fault)] ?? severity[fault.kind];
    if (choice === 'off') return [];
    return [choice === undefined ? fault : { ...fault, severity: choice }];
  });
}

/** The names of `--allow`. @throws UsageError for one that is no check and no kind. */
export function allowedRules(text: string | undefined): readonly string[] {
  const names = (text ?? '').split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const unknown = names.find((name) => !RULE_NAMES.includes(name));
  if (unknown !== undefined) throw new UsageError(`--allow knows no "${unknown}".`, { remedy: hint(unknown) });
  return names;
}

/** @throws UsageError for a name that no check has; a project's own may have any. */
export function refuseUnknownRule(
  option: string,
  name: string | undefined,
  { ownChecks }: Pick<Configuration, 'ownChecks'>,
): void {
  if (name === undefined || RULE_NAMES.includes(name) || ownChecks.length > 0) return;
  throw new UsageError(`${option} knows no "${name}".`, { remedy: hint(name) });
}

function hint(name: string): string {
  const near = nearest(name, RULE_NAMES);
  return near === undefined ? `Known: ${RULE_NAMES.join(', ')}.` : `Did you mean "${near}"?`;
}
