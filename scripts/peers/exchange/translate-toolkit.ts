/** Translate Toolkit 3.8 from Debian: what Weblate and Pootle read with. */
import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Figure } from '../../bench/figure.ts';
import { countFigure, editFigures, EDITS } from './edits.ts';
import type { Workshop } from './workshop.ts';

const run = promisify(execFile);

/** Counts the units of a file, and changes words in targets; text among codes through its nodes, as an editor does. */
const SCRIPT = `
import json, sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
edits = json.loads(sys.argv[2])
units = [unit for unit in store.units if not unit.isheader()]
for unit in units:
    node = getattr(unit, 'xmlelement', None)
    target = None if node is None else node.find('{*}target')
    for old, new in edits.items():
        if target is not None:
            for one in target.iter():
                if one.text and old in one.text: one.text = one.text.replace(old, new)
                if one.tail and old in one.tail and one is not target: one.tail = one.tail.replace(old, new)
        elif node is None and old in str(unit.target):
            unit.target = str(unit.target).replace(old, new)
if edits: store.save()
print(len(units))
`;

export async function translateToolkit(workshop: Workshop): Promise<Figure[]> {
  const figures: Figure[] = [];
  const open = async (file: string, edits: ReadonlyMap<string, string>): Promise<number> => {
    const { stdout } = await run('/usr/bin/python3', ['-c', SCRIPT, file, JSON.stringify(Object.fromEntries(edits))]);
    return Number(stdout.trim());
  };
  for (const [name, file, dialect] of [
    ['XLIFF 1.2', 'toolkit.xlf', '1.2'],
    ['PO', 'toolkit.po', undefined],
  ] as const) {
    const said = await workshop.export(file, dialect);
    await copyFile(workshop.path(file), workshop.path(`back-${file}`));
    const seen = await open(workshop.path(`back-${file}`), EDITS);
    figures.push(countFigure(`Translate Toolkit, ${name}`, seen, said.units));
    figures.push(...editFigures(`Translate Toolkit, ${name}`, await workshop.import(`back-${file}`)));
  }
  const concepts = await workshop.terms('terms.tbx', '2');
  figures.push(countFigure('Translate Toolkit, TBX 2', await open(workshop.path('terms.tbx'), new Map()), concepts));
  return figures;
}
