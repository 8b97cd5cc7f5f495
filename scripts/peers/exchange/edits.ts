/** What a peer is told to change, and whether exactly that came back. */
import type { Figure } from '../../bench/figure.ts';
import type { ImportReport } from '../../commands/exchange/import-texts.ts';

/** Words of the sample's Spanish, and what is written in their place: plain text, text among codes, one sentence of several. */
export const EDITS: ReadonlyMap<string, string> = new Map([
  ['ļéšš', 'menos'],
  ['ţéŕɱš', 'términos'],
  ['ţĥîñĝ', 'cosa'],
]);

/** Figures of one peer and format: the edits that came back as they were made, and everything else that an import says. */
export function editFigures(name: string, report: ImportReport, edits: ReadonlyMap<string, string> = EDITS): Figure[] {
  const wanted = new Map(edits);
  let others = report.unknown + report.errors.length;
  for (const { outcome, ours = '', theirs } of report.units) {
    const edit = [...wanted].find(
      ([from, to]) => outcome === 'taken' && theirs === ours.replace(from, to) && ours.includes(from),
    );
    if (edit === undefined) others += 1;
    else wanted.delete(edit[0]);
  }
  const came = edits.size - wanted.size;
  return [
    { figure: `${name}: edits of ${edits.size} that came back exactly`, measured: came, unit: '', least: edits.size },
    { figure: `${name}: anything else that an import says`, measured: others, unit: '', most: 0 },
  ];
}

export function countFigure(name: string, seen: number, said: number): Figure {
  return { figure: `${name}: units shown, of ${said}`, measured: seen, unit: '', least: said, most: said };
}
