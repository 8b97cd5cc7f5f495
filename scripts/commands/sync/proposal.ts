/** What the bot's branch proposes: the texts that differ from the base, and what is to be said of each language. */
import { parseBundle, type Bundle } from '../../locales/bundle.ts';
import { parseRecord } from '../../locales/record.ts';
import { GlossaError } from '../../project/errors.ts';
import { askGit, type Git } from '../../project/git.ts';
import type { Report } from '../../project/report/report.ts';
import { findSources } from '../../pipeline/see/source/find-sources.ts';
import type { Project } from '../../pipeline/see/project.ts';
import { readBytes } from '../../pipeline/see/source/sources.ts';
import { about } from '../check-formats/order.ts';
import { ruleOf, type CheckReport, type Fault } from '../gate/fault.ts';

export interface LanguageProposal {
  readonly language: string;
  readonly engine: string;
  /** Texts that the base does not have, or has otherwise. */
  readonly fresh: number;
  readonly changed: number;
  readonly stale: number;
  /** Suggestions beside people's texts. */
  readonly waiting: number;
  readonly missing: number;
  readonly findings: number;
  /** Sent by this run. */
  readonly characters: number;
  /** In EUR, where the engine has a price. */
  readonly price: number | undefined;
}

/** A text that a person should look at. */
export interface ProposedUnit {
  readonly language: string;
  readonly file: string;
  readonly key: string;
  readonly source: string;
  readonly target: string;
  /** What was found in it, worst first. */
  readonly findings: readonly string[];
}

export interface Proposal {
  readonly languages: readonly LanguageProposal[];
  /** The ten that most need a look. */
  readonly units: readonly ProposedUnit[];
  /** Errors of the gate, and of files, one line each. */
  readonly errors: readonly string[];
}

const SHOWN = 10;

/** @param base the commit that the proposal is compared with. @param folder from the repository's top to the project. */
export async function proposalOf(
  project: Project,
  git: Git,
  { base, folder }: { readonly base: string; readonly folder: string },
  { run, gate }: { readonly run: Report; readonly gate: CheckReport },
): Promise<Proposal> {
  const differing = new Set((await git(['diff', '--name-only', '-z', base])).split('\0'));
  const texts: ProposedUnit[] = [];
  const languages = new Map<string, { fresh: number; changed: number; waiting: number }>();
  const { files } = await findSources(project);
  const faults = new Map<string, Fault[]>();
  for (const fault of gate.faults) {
    const name = unitName(fault.language ?? '', fault.unit?.bundle ?? '', fault.key ?? '');
    faults.set(name, [...(faults.get(name) ?? []), fault]);
  }
  for (const file of files) {
    const { sourceLanguage, targetLanguages } = project.configuration;
    const sources = read(project, file.snapshot(sourceLanguage));
    for (const language of targetLanguages) {
      const sum = languages.get(language) ?? { fresh: 0, changed: 0, waiting: 0 };
      languages.set(language, sum);
      sum.waiting += waitingIn(project, file.record(language));
      const bundle = file.bundle(language);
      if (!differing.has(`${folder}${bundle}`)) continue;
      const before = await bundleAt(git, `${base}:${folder}${bundle}`, bundle);
      for (const [key, { value }] of read(project, bundle)?.entries ?? []) {
        const old = before?.entries.get(key);
        if (typeof value !== 'string' || old?.value === value) continue;
        if (old === undefined) sum.fresh++;
        else sum.changed++;
        const own = faults.get(unitName(language, bundle, key)) ?? [];
        const source = own[0]?.unit?.source ?? sourceText(sources, key);
        texts.push({ language, file: bundle, key, source, target: value, findings: told(own) });
      }
    }
  }
  return {
    languages: [...languages].map(([language, counts]) => {
      const { stale = 0, missing = 0, findings = 0 } = gate.languages.get(language) ?? {};
      const { engine = '', characters = 0, price } = run.languages.get(language) ?? {};
      return { language, engine, ...counts, stale, missing, findings, characters, price };
    }),
    units: texts
      .toSorted((a, b) => b.findings.length - a.findings.length || b.target.length - a.target.length)
      .slice(0, SHOWN),
    errors: [
      ...gate.errors.map(({ place, message }) => `${place.file ?? ''}: ${message}`),
      ...gate.faults
        .filter(({ severity }) => severity === 'error')
        .map((fault) => `${fault.file}: ${about(fault)}${fault.message}`),
    ],
  };
}

function told(faults: readonly Fault[]): string[] {
  const worst = faults.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return worst.map((fault) => `${ruleOf(fault)}: ${fault.message}`);
}

function unitName(language: string, bundle: string, key: string): string {
  return JSON.stringify([language, bundle, key]);
}

function waitingIn({ root }: Project, file: string): number {
  const text = readBytes(root, file)?.toString('utf8') ?? '';
  if (!text.includes('"suggestion"')) return 0;
  return parseRecord(text).lines.filter(({ suggestion }) => suggestion !== undefined).length;
}

/** Plural and context forms of the target have no key of their own in the source. */
function sourceText(bundle: Bundle | undefined, key: string): string {
  const value = bundle?.entries.get(key)?.value ?? bundle?.entries.get(key.replace(/_[a-z]+$/, '_other'))?.value;
  return typeof value === 'string' ? value : '';
}

function read({ root }: Project, file: string): Bundle | undefined {
  const text = readBytes(root, file)?.toString('utf8');
  return text === undefined ? undefined : parsed(text, file);
}

async function bundleAt(git: Git, name: string, file: string): Promise<Bundle | undefined> {
  const text = await askGit(git, ['cat-file', 'blob', name]);
  return text === undefined ? undefined : parsed(text, file);
}

/** A bundle that cannot be read is told by the gate. */
function parsed(text: string, file: string): Bundle | undefined {
  try {
    return parseBundle(text, file);
  } catch (error) {
    if (error instanceof GlossaError) return undefined;
    throw error;
  }
}
