/** Small sites of four flavours, built by their own generators before and after translation. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../../bench/figure.ts';
import type { Desk } from '../desk.ts';
import type { Generator } from '../sites/generator.ts';
import { auditSite } from '../sites/html-audit.ts';
import { hugo } from '../sites/hugo.ts';
import { mkdocs } from '../sites/mkdocs.ts';
import { said } from '../sites/run.ts';
import { starlight } from '../sites/starlight.ts';
import { vitepress } from '../sites/vitepress.ts';

const GENERATORS: readonly Generator[] = [mkdocs, hugo, vitepress, starlight];
const TRANSLATE = fileURLToPath(new URL('../../translate.js', import.meta.url));
const BROKEN = /broken|dead link|not found|does not contain an anchor|no such anchor/i;

export async function sites(desk: Desk): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const generator of GENERATORS) {
    desk.signal.throwIfAborted();
    figures.push(...(await prove(generator, desk)));
  }
  return figures;
}

async function prove(generator: Generator, desk: Desk): Promise<Figure[]> {
  const { name, files, pages } = generator;
  const build = await generator.obtain(desk);
  const root = mkdtempSync(join(tmpdir(), `glossa-${name}-`));
  try {
    const configuration = JSON.stringify({ sourceLanguage: 'en', targetLanguages: ['es'], engine: 'pseudo' });
    write(root, { ...files, 'l10n.config.json': configuration });
    write(join(root, 'source'), pages);
    desk.note(`${name}: building the source, translating, building the translation`);
    await build(root, 'source', join(root, 'before'));
    const report = await said([process.execPath, TRANSLATE, '--root', root], root);
    const told = report.match(/^.*warning.*$/gim) ?? [];
    for (const asset of Object.keys(pages).filter((path) => !/\.mdx?$/.test(path)))
      cpSync(join(root, 'source', asset), join(root, 'locales/es', asset));
    const output = await build(root, 'locales/es', join(root, 'after'));
    const before = auditSite(join(root, 'before'), generator);
    const after = auditSite(join(root, 'after'), generator);
    const faults = {
      'pages that are missing': before.pages.filter((page) => !after.pages.includes(page)),
      'links and anchors that broke': after.deadLinks.filter((link) => !before.deadLinks.includes(link)),
      'broken links the generator tells': output
        .split('\n')
        .filter((line) => BROKEN.test(line) && !/\b404\b/.test(line)),
      'texts that are not translated': after.plainTexts,
    };
    for (const [fault, list] of Object.entries(faults)) for (const one of list) desk.note(`${name}: ${fault}: ${one}`);
    for (const one of told) desk.note(`${name}: ${one}`);
    return [
      { figure: `${name}: pages`, measured: after.pages.length, unit: '', least: before.pages.length },
      ...Object.entries(faults).map(([fault, { length }]) => ({
        figure: `${name}: ${fault}`,
        measured: length,
        unit: '',
        most: 0,
      })),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
