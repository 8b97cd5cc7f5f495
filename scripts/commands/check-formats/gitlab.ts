import type { CheckFormat } from './check-format.ts';
import { about, fingerprints } from './order.ts';

/**
 * Code Quality, the report that GitLab shows in a merge request's diff: a JSON array of the six fields that its
 * documentation demands ("Code Quality report format").
 */
export const gitlab: CheckFormat = {
  name: 'gitlab',
  description: 'Code Quality report for GitLab',
  print({ findings, folder }) {
    const names = fingerprints(findings);
    const issues = findings.map((finding, index) => ({
      description: `${about(finding)}${finding.message}`,
      check_name: finding.rule,
      fingerprint: names[index],
      severity: finding.severity === 'error' ? 'major' : 'minor',
      location: { path: `${folder}${finding.file}`, lines: { begin: finding.line ?? 1 } },
    }));
    return JSON.stringify(issues, null, 2);
  },
};
