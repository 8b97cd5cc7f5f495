/** OmegaT 3.6 from Debian, without its window: it reads PO, and XLIFF 1.2 by its targets. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from '../../bench/figure.ts';
import { escapeXml } from '../../exchange/xml/escape-xml.ts';
import { readTmxSegments } from './omegat-tmx.ts';
import { countFigure, editFigures, EDITS } from './edits.ts';
import { readText, type Workshop } from './workshop.ts';

const run = promisify(execFile);

const PROJECT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>EN</source_lang><target_lang>ES</target_lang><sentence_seg>false</sentence_seg>
</project></omegat>
`;

export async function omegat(workshop: Workshop): Promise<Figure[]> {
  const said = await workshop.export('omegat.xlf', '1.2', true);
  const home = workshop.path('omegat');
  for (const folder of ['source', 'target', 'omegat', 'glossary', 'tm', 'dictionary'])
    await mkdir(join(home, folder), { recursive: true });
  await writeFile(join(home, 'omegat.project'), PROJECT);
  await copyFile(workshop.path('omegat.xlf'), join(home, 'source/work.xlf'));
  const call = (...options: readonly string[]) =>
    run('omegat', [...options, home, `--config-dir=${workshop.path('omegat-settings')}`], {
      env: { ...process.env, HOME: workshop.path('omegat-home') },
      timeout: 180_000,
    });
  // What it saw, as a memory that translates each segment by itself; the edits are put into it.
  const memory = workshop.path('seen.tmx');
  await call(
    '--mode=console-createpseudotranslatetmx',
    `--pseudotranslatetmx=${memory}`,
    '--pseudotranslatetype=equal',
  );
  const segments = readTmxSegments(await readFile(memory, 'utf8'));
  await writeFile(join(home, 'omegat/project_save.tmx'), savedTmx(segments));
  await call('--mode=console-translate');
  await copyFile(join(home, 'target/work.xlf'), workshop.path('omegat-back.xlf'));
  const statistics = await readText(join(home, 'omegat/project_stats.txt'));
  const total = Number(/^Total:\s+(\d+)/m.exec(statistics)?.[1] ?? 0);
  const report = await workshop.import('omegat-back.xlf');
  return [countFigure('OmegaT, XLIFF 1.2', total, said.sentences), ...editFigures('OmegaT, XLIFF 1.2', report)];
}

function savedTmx(segments: readonly string[]): string {
  const edited = segments.flatMap((segment) => {
    const target = [...EDITS].reduce((text, [from, to]) => text.replace(from, to), segment);
    return target === segment ? [] : [{ segment, target }];
  });
  const units = edited.map(
    ({ segment, target }) =>
      `<tu><tuv lang="EN"><seg>${escapeXml(segment)}</seg></tuv><tuv lang="ES"><seg>${escapeXml(target)}</seg></tuv></tu>`,
  );
  const header =
    '<header creationtool="OmegaT" creationtoolversion="3.6.0" segtype="paragraph" o-tmf="OmegaT TMX" adminlang="EN-US" srclang="EN" datatype="plaintext"/>';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.1">${header}<body>${units.join('\n')}</body></tmx>\n`;
}
