/** The settings that say what `check` demands, and how bad a finding is. */
import { z } from 'zod/mini';
import { described } from './described.ts';

const REQUIRED = ['translated', 'reviewed'] as const;
const required = z.enum(REQUIRED);

/** What `check` demands of each unit: that a text is there, or that a person wrote or approved it. */
export type Required = (typeof REQUIRED)[number];

const SEVERITIES = ['error', 'warning', 'off'] as const;

/** `off`: such a finding is not told. */
export type SeverityChoice = (typeof SEVERITIES)[number];

/** Fields of the configuration. */
export const policyFields = {
  required: described(
    z.optional(z.union([required, z.record(z.string(), z.union([required, z.record(z.string(), required)]))])),
    'What check demands: "translated" (the default) or "reviewed"; or an object of these by target language, with "default"; in place of one of them an object by namespace, where * is any text ("legal/*") and the last that fits counts.',
  ),
  checks: described(
    z.optional(z.array(z.string())),
    'Files with checks of the project\'s own, relative to it: ["tools/no-beta.mjs"]. Each is a program that check and translate run.',
  ),
  limits: described(
    z.optional(z.record(z.string(), z.number().check(z.int(), z.positive()))),
    'The most characters of a text, by its key, where * is any text: { "button.*": 20, "seo.title": 60 }. The last that fits counts.',
  ),
  severity: described(
    z.optional(z.record(z.string(), z.enum(SEVERITIES))),
    'How bad a finding is, by the name of its check ("unknown-words": "off") or its kind ("stale": "warning").',
  ),
};

export interface Policy {
  /** The most characters of a key; absent where the project sets no limits. */
  readonly limitOf?: (key: string) => number | undefined;
  /** What the limits are, for fingerprints. */
  readonly limits: Readonly<Record<string, number>>;
  /** Files with checks of the project's own, relative to it. */
  readonly ownChecks: readonly string[];
  /** What `check` demands of a namespace in a language. */
  readonly requiredFor: (language: string, namespace: string) => Required;
  /** By the name of a check or of a kind of gap. */
  readonly severity: Readonly<Record<string, SeverityChoice>>;
}

interface PolicySettings {
  readonly checks?: readonly string[] | undefined;
  readonly limits?: Readonly<Record<string, number>> | undefined;
  readonly required?: Required | Readonly<Record<string, Required | Readonly<Record<string, Required>>>> | undefined;
  readonly severity?: Readonly<Record<string, SeverityChoice>> | undefined;
}

/**
 * A language's own demand counts, else the default's, else "translated".
 * @param canonical a tag as it is asked for; throws for what is no language.
 */
export function policyOf(
  { required: demand, severity = {}, checks: ownChecks = [], limits = {} }: PolicySettings,
  canonical: (tag: string) => string,
): Policy {
  const limited = Object.entries(limits).map(([pattern, most]) => ({ pattern: patternOf(pattern), most }));
  const policy = {
    severity,
    ownChecks,
    limits,
    ...(limited.length === 0
      ? {}
      : { limitOf: (key: string) => limited.findLast(({ pattern }) => pattern.test(key))?.most }),
  };
  if (demand === undefined || typeof demand === 'string')
    return { ...policy, requiredFor: () => demand ?? 'translated' };
  const choices = new Map(
    Object.entries(demand).map(([tag, choice]) => [tag === 'default' ? tag : canonical(tag), choice]),
  );
  const requiredFor: Policy['requiredFor'] = (tag, namespace) => {
    const choice = choices.get(tag) ?? choices.get('default') ?? 'translated';
    if (typeof choice === 'string') return choice;
    return Object.entries(choice).findLast(([pattern]) => fits(namespace, pattern))?.[1] ?? 'translated';
  };
  return { ...policy, requiredFor };
}

function fits(namespace: string, pattern: string): boolean {
  return patternOf(pattern).test(namespace);
}

/** Namespaces and keys are names, not globs: `*` is any text, all else is itself. */
function patternOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'su');
}
