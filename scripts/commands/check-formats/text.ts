import { oneLine } from '../../project/log.ts';
import type { CheckFormat } from './check-format.ts';
import { about, grouped, place } from './order.ts';

/** A line a finding, for a person at a terminal; warnings of one kind in one file are one line. */
export const text: CheckFormat = {
  name: 'text',
  description: 'lines for a person',
  print({ findings }) {
    const lines = grouped(findings).map(
      (finding) => `${finding.severity} ${finding.rule}: ${place(finding)}: ${about(finding)}${finding.message}`,
    );
    return lines.map(oneLine).join('\n');
  },
};
