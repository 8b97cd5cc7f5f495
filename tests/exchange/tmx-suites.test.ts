/**
 * Public suites that are no package and not ours to copy. Where they are on the machine, point the tests at them:
 * GLOSSA_TMX_KIT, the folder of LISA's compliance kit (OmegaT's repository has it under src/test/resources/data/tmx), and
 * GLOSSA_TMX_DTD, the file tmx14.dtd (TMXValidator's repository), for which xmllint is asked.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../../scripts/exchange/tmx/read-tmx.ts';
import { writeTmx } from '../../scripts/exchange/tmx/write-tmx.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

const kit = process.env['GLOSSA_TMX_KIT'] ?? '';
const dtd = process.env['GLOSSA_TMX_DTD'] ?? '';

describe.runIf(kit !== '')('the compliance kit', () => {
  const files = kit === '' ? [] : readdirSync(kit).filter((file) => file.endsWith('.tmx'));

  it('has 23 files', () => {
    expect(files.length).toBe(23);
  });

  it.each(files)('%s is read, and written again with the same units', (file) => {
    const read = readTmx(readFileSync(join(kit, file)), file);
    expect(read.units.length).toBeGreaterThan(0);
    expect(readTmx(Buffer.from(writeTmx(read)), file).units).toEqual(read.units);
  });
});

describe.runIf(dtd !== '')('the document type of TMX 1.4', () => {
  it('allows what export writes', async () => {
    const article = readFileSync(new URL('../fixtures/formats/markdown/article.md', import.meta.url), 'utf8');
    const strings = JSON.stringify({
      a: 'Hello <1>{{name}}</1> & $t(b)',
      b_one: '{{count}} cat',
      b_other: '{{count}} cats',
    });
    const project = temporaryProject({ 'source/article.md': article, 'source/strings.json': strings });
    expect((await project.translate()).code).toBe(0);
    expect((await project.run('export', [join(project.root, 'out.tmx')])).code).toBe(0);
    // Where the file says that its document type is.
    project.write('tmx14.dtd', readFileSync(dtd, 'utf8'));
    const checked = spawnSync('xmllint', ['--noout', '--valid', join(project.root, 'out.tmx')], {
      encoding: 'utf8',
    });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  });
});
