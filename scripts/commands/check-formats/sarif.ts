import type { CheckFormat, PlacedFinding } from './check-format.ts';
import { about, fingerprints } from './order.ts';

/** SARIF 2.1.0 (OASIS), as GitHub's code scanning takes it: alerts of new findings only, that stay dismissed. */
export const sarif: CheckFormat = {
  name: 'sarif',
  description: 'SARIF 2.1.0, for code scanning',
  print({ findings, folder }) {
    const rules = [...new Set(findings.map(({ rule }) => rule))].toSorted();
    const names = fingerprints(findings);
    const results = findings.map((finding, index) => ({
      ruleId: finding.rule,
      ruleIndex: rules.indexOf(finding.rule),
      level: finding.severity,
      message: { text: `${about(finding)}${finding.message}` },
      locations: [location(finding, folder)],
      partialFingerprints: { 'glossa/v1': names[index] },
    }));
    const driver = { name: 'Glossa', rules: rules.map((id) => ({ id })) };
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
    return JSON.stringify(
      { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
      null,
      2,
    );
  },
};

function location({ file, line, column, endColumn, language, key }: PlacedFinding, folder: string): object {
  const uri = `${folder}${file}`.split('/').map(encodeURIComponent).join('/');
  const unit = [language ?? [], key ?? []].flat().join(' ');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      // Code scanning shows only results that have a line.
      region: { startLine: line ?? 1, startColumn: column, endColumn },
    },
    ...(unit === '' ? {} : { logicalLocations: [{ fullyQualifiedName: unit }] }),
  };
}
