/** GNU gettext: PO as its own programs judge and rewrite it. */
import { execFile, spawnSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Figure } from '../../bench/figure.ts';
import { countFigure, editFigures, EDITS } from './edits.ts';
import type { Workshop } from './workshop.ts';

const run = promisify(execFile);

export async function gettext(workshop: Workshop): Promise<Figure[]> {
  const said = await workshop.export('gettext.po');
  const file = workshop.path('gettext.po');
  const checked = spawnSync('msgfmt', ['-c', '--statistics', '-o', '/dev/null', file], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const seen = Number(/(\d+) translated message/.exec(checked.stderr)?.[1] ?? 0);
  await run('msgcat', ['-w', '40', '--sort-output', '-o', workshop.path('wrapped.po'), file]);
  const wrapped = await workshop.import('wrapped.po');
  await copyFile(file, workshop.path('filtered.po'));
  const edits = [...EDITS].flatMap(([from, to]) => ['-e', `s/${from}/${to}/`]);
  await run('msgfilter', ['-i', file, '-o', workshop.path('filtered.po'), 'sed', ...edits]);
  return [
    { figure: 'msgfmt -c: exit code', measured: checked.status ?? 1, unit: '', most: 0 },
    countFigure('gettext, PO', seen, said.units),
    ...editFigures('msgcat -w 40 --sort-output, PO', wrapped, new Map()),
    ...editFigures('msgfilter, PO', await workshop.import('filtered.po')),
  ];
}
