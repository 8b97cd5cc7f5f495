/** The review of a project on disk: what the page's server asks, and what `review` does from the shell. */
import { basename } from 'node:path';
import { directionOf, languageName } from '../../project/languages.ts';
import type { UnitState } from '../../pipeline/see/target/unit-state.ts';
import { judged } from '../../pipeline/judge/judge-seen.ts';
import { judgeValue } from '../../pipeline/judge/judge-target.ts';
import type { Address, Decision, Outcome, ProjectInfo, SearchHit, ShownTerm, UnitRow } from '../../review/contract.ts';
import type { ReviewDesk } from '../../review/desk.ts';
import type { Termbase } from '../../terminology/term.ts';
import type { Order } from './carry-out.ts';
import { eventOf } from './decision-event.ts';
import { matchFinder } from './find-matches.ts';
import { projectOpener, type OpenedProject } from './open-project.ts';
import { rowReader, type FileRows } from './read-rows.ts';
import { projectImage, showArticle } from './show-article.ts';
import { codesOf, findingsOf, progressOf, rowOf, shownFinding, shownTerms } from './show-unit.ts';
import { carryOutAll, undoLast, type DoneTogether } from './together.ts';
import { watchProject } from './watch-project.ts';

const MOST_HITS = 200;

export interface ProjectDesk extends ReviewDesk {
  readonly current: () => Promise<OpenedProject>;
  readonly rows: () => Promise<readonly FileRows[]>;
}

/** @param note takes one line for the user. */
export function projectDesk(root: string, variables: NodeJS.ProcessEnv, note: (line: string) => void): ProjectDesk {
  const current = projectOpener(root, variables);
  const reader = rowReader();
  const findMatches = matchFinder();
  const changed = new Set<(namespaces: readonly string[]) => void>();
  const allRows = async (): Promise<readonly FileRows[]> => reader.all(await current());

  /** Decisions one after the other: two of one file would only wait for each other on disk. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };

  async function find({ language, namespace, key }: Address) {
    const opened = await current();
    const file = opened.files.find((one) => one.namespace === namespace);
    if (file === undefined) return undefined;
    const reading = await opened.read(file, language);
    if (reading.kind !== 'read') return undefined;
    const state = reading.state.languages.find((one) => one.language === language);
    const seen = state?.units.find(({ expected }) => expected.key === key);
    if (seen === undefined) return undefined;
    const unit = seen.judge ? judged(seen) : seen;
    return { opened, file, unit, source: reading.state.source };
  }

  const tellOf = (rows: readonly UnitRow[]): void => {
    const namespaces = [...new Set(rows.map(({ namespace }) => namespace))];
    if (namespaces.length > 0) for (const tell of changed) tell(namespaces);
  };

  return {
    current,
    rows: allRows,
    async project() {
      return projectInfo(await current(), await allRows());
    },
    async units(language, namespace) {
      const opened = await current();
      const files = namespace === undefined ? await reader.all(opened) : await someRows(opened, namespace);
      return files.flatMap(({ rows }) => rows.get(language) ?? []);
    },
    async unit(address) {
      const found = await find(address);
      if (found === undefined) return undefined;
      const { unit, file, source, opened } = found;
      const { termbase } = await opened.project.termbase();
      const findings = findingsOf(unit);
      const { previous, suggestion, note: left } = unit.line ?? {};
      const own = unit.expected.source;
      return {
        address,
        row: rowOf(file.namespace, unit, findings),
        kind: own.kind,
        file: file.path,
        line: own.line,
        sourceLanguage: own.language,
        sourceDirection: directionOf(source.language),
        ...(previous === undefined ? {} : { previous }),
        ...(suggestion === undefined ? {} : { suggestion }),
        findings: findings.map((finding) => shownFinding(finding, unit)),
        terms: shownTerms(unit, address.language, termbase),
        codes: codesOf(unit),
        ...(left === undefined ? {} : { note: left }),
      };
    },
    async matches(address) {
      const opened = await current();
      return findMatches(opened, await reader.all(opened), address);
    },
    async judge(address, target) {
      const found = await find(address);
      if (found === undefined) return [];
      const unit: UnitState = found.unit;
      const { findings } = judgeValue(unit, target, { person: true, unknownWords: [] });
      return findings.map((finding) => shownFinding(finding, { ...unit, line: undefined }));
    },
    async terms(language, text) {
      const { project } = await current();
      const { termbase } = await project.termbase();
      return termsWith(termbase, project.configuration.sourceLanguage, language, text);
    },
    async search(text) {
      return hitsOf(await allRows(), text);
    },
    decide: (decision, by) =>
      inTurn(async () => {
        const opened = await current();
        const done = await carryOutAll(opened, [[decision.language, ordersOf(decision)]], decision.verb, by, note);
        tellOf(done.outcomes.flatMap((outcome) => outcome.done));
        return outcomeOf(done, decision.language);
      }),
    undo: (by) =>
      inTurn(async () => {
        const done = await undoLast(await current(), by, note);
        if (done === undefined) return undefined;
        tellOf(done.outcomes.flatMap((outcome) => outcome.done));
        return outcomeOf(done, done.outcomes[0]?.language ?? '');
      }),
    article: async (language, namespace, side) => showArticle(await current(), language, namespace, side),
    async image(namespace, path) {
      const opened = await current();
      const file = opened.files.find((one) => one.namespace === namespace);
      return file === undefined ? undefined : projectImage(opened, file, path);
    },
    async watch(tell) {
      changed.add(tell);
      const end = await watchProject(current, tell);
      return async () => {
        changed.delete(tell);
        await end();
      };
    },
  };

  async function someRows(opened: OpenedProject, namespace: string): Promise<readonly FileRows[]> {
    const file = opened.files.find((one) => one.namespace === namespace);
    return file === undefined ? [] : [await reader.of(opened, file)];
  }
}

function ordersOf(decision: Decision): Order[] {
  return decision.units.map(({ namespace, key, version, target }) => {
    return { namespace, key, version, change: eventOf(decision, target) };
  });
}

/** A page decides in one language at a time. */
function outcomeOf({ title, outcomes }: DoneTogether, language: string): Outcome {
  const [one] = outcomes;
  const { done = [], clashes = [], refused = [] } = one ?? {};
  return { language, done, clashes, refused, title };
}

function projectInfo({ project, troubles }: OpenedProject, all: readonly FileRows[]): ProjectInfo {
  const { sourceLanguage, targetLanguages } = project.configuration;
  // A file may be in another language than the project, and then the project's own is one of its targets.
  const tags = [...new Set([...targetLanguages, ...all.flatMap(({ rows }) => [...rows.keys()])])];
  const rowsIn = (tag: string): UnitRow[] => all.flatMap(({ rows }) => rows.get(tag) ?? []);
  return {
    name: basename(project.root),
    sourceLanguage,
    languages: tags.map((tag) => ({
      tag,
      name: languageName(tag),
      direction: directionOf(tag),
      progress: progressOf(rowsIn(tag)),
    })),
    files: all.map(({ file, rows }) => ({
      namespace: file.namespace,
      path: file.path,
      article: file.format.kind === 'article',
      progress: Object.fromEntries([...rows].map(([tag, own]) => [tag, progressOf(own)])),
    })),
    troubles: [...troubles, ...all.flatMap((file) => file.troubles)],
  };
}

function termsWith({ concepts }: Termbase, source: string, target: string, text: string): ShownTerm[] {
  const wanted = text.trim().toLocaleLowerCase();
  return concepts.flatMap(({ terms }) => {
    const own = terms.filter(({ language }) => language === source);
    const other = terms.filter(({ language }) => language === target);
    const isNamed = [...own, ...other].some(({ term }) => term.toLocaleLowerCase().includes(wanted));
    const [first] = own;
    if (!isNamed || first === undefined) return [];
    const accepted = other
      .filter(({ status }) => status === 'preferred' || status === 'admitted')
      .map(({ term }) => term);
    const isKept = own.some(({ status }) => status === 'do-not-translate');
    const deprecated = other.filter(({ status }) => status === 'deprecated').map(({ term }) => term);
    const note = terms.find((term) => term.note !== undefined)?.note;
    return [
      {
        source: first.term,
        accepted: isKept ? [first.term] : accepted,
        deprecated,
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
}

function hitsOf(all: readonly FileRows[], text: string): SearchHit[] {
  const wanted = text.trim().toLocaleLowerCase();
  const hits: SearchHit[] = [];
  for (const { rows } of all) {
    for (const [language, own] of rows) {
      for (const { namespace, key, source, target, state } of own) {
        if (![source, target ?? ''].some((one) => one.toLocaleLowerCase().includes(wanted))) continue;
        hits.push({ language, namespace, key, source, target, state });
        if (hits.length === MOST_HITS) return hits;
      }
    }
  }
  return hits;
}
