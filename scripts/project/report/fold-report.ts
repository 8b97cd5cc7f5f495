/** A report folded from what the stages of a run tell. */
import type { LanguageReport, Report } from './report.ts';
import type { RunEvent } from './run-event.ts';

export function createReport(): Report {
  return {
    requests: 0,
    characters: 0,
    billed: undefined,
    wasted: 0,
    tokens: 0,
    failed: [],
    problems: [],
    warnings: [],
    languages: new Map(),
    orphans: [],
    orphanKeys: [],
    firstSight: [],
    mended: [],
    moved: [],
    edits: [],
    removed: [],
    errors: [],
    refused: false,
    written: 0,
  };
}

/** Adds what one event says; nothing else changes a report. */
export function fold(report: Report, event: RunEvent): void {
  switch (event.kind) {
    case 'error':
      report.errors.push(event.error);
      return;
    case 'warning':
      report.warnings.push(event.warning);
      return;
    case 'orphans':
      report.orphans = event.names;
      return;
    case 'orphan-keys':
      report.orphanKeys.push(event.orphans);
      return;
    case 'mended':
      report.mended.push(event.values);
      return;
    case 'first-sight':
      report.firstSight.push(event.sight);
      return;
    case 'moved':
      report.moved.push({ from: event.from, to: event.to });
      return;
    case 'taken-over':
      report.edits.push({ file: event.file, count: event.units });
      return;
    case 'written':
      report.written += event.written;
      // An article that went with its old extension was listed as left over when the run began.
      if (event.removed.length > 0) report.orphans = report.orphans.filter((name) => !event.removed.includes(name));
      return;
    case 'pruned':
      for (const file of event.files) report.removed.push(file);
      return;
    default:
      foldOfLanguage(report, languageReport(report, event.language), event);
  }
}

type OfLanguage = Extract<RunEvent, { language: string }>;

function foldOfLanguage(report: Report, sum: LanguageReport, event: OfLanguage): void {
  switch (event.kind) {
    case 'counted': {
      const { units, human, stale, errors, warnings } = event.counts;
      sum.units += units;
      sum.human += human;
      sum.stale += stale;
      sum.errors += errors;
      sum.findings += errors + warnings;
      for (const problem of event.problems) report.problems.push(problem);
      return;
    }
    case 'unchanged':
      sum.unchanged += event.units;
      return;
    case 'accepted':
      sum.accepted += event.units;
      return;
    case 'recalled':
      sum.memory += event.units;
      sum.matches[event.match] = (sum.matches[event.match] ?? 0) + event.units;
      return;
    case 'made':
      sum.machine += event.units;
      return;
    case 'failed': {
      const { file, key, language, reason } = event;
      if (key !== undefined) sum.failed++;
      if (event.isRefusal === true) report.refused = true;
      report.failed.push({ file, ...(key === undefined ? {} : { key }), language, reason });
      return;
    }
    case 'engine':
      sum.engine = [...new Set([...sum.engine.split(', '), ...event.names])].filter((name) => name !== '').join(', ');
      return;
    case 'used': {
      const { requests, characters, billed, wasted = 0, tokens = 0 } = event.usage;
      report.requests += requests;
      report.characters += characters;
      sum.characters += characters;
      if (billed !== undefined) report.billed = (report.billed ?? 0) + billed;
      report.wasted += wasted;
      report.tokens += tokens;
      if (event.price !== undefined) sum.price = (sum.price ?? 0) + event.price;
    }
  }
}

export function languageReport(report: Report, language: string): LanguageReport {
  const found = report.languages.get(language);
  if (found !== undefined) return found;
  const fresh: LanguageReport = {
    engine: '',
    units: 0,
    unchanged: 0,
    memory: 0,
    machine: 0,
    failed: 0,
    accepted: 0,
    human: 0,
    stale: 0,
    findings: 0,
    errors: 0,
    characters: 0,
    matches: {},
  };
  report.languages.set(language, fresh);
  return fresh;
}
