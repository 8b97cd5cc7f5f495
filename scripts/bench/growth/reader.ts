/** Reads one kind of input at three sizes, in a process of its own: what it costs, or why it is refused. */
import { readTbx } from '../../exchange/tbx.ts';
import { readTmx } from '../../exchange/tmx/read-tmx.ts';
import { formatFor } from '../../formats/index.ts';
import { parseFile } from '../../formats/parse-file.ts';
import { loadSyntax } from '../../formats/syntaxes.ts';
import { GlossaError } from '../../project/errors.ts';
import { namePattern } from '../../project/name-pattern.ts';
import { mark } from '../../terminology/mark.ts';
import { loadTermbase } from '../../terminology/termbase.ts';
import { unitTerms } from '../../terminology/unit-terms.ts';
import { canonical } from '../../units/canonical.ts';
import { GROWTH_KINDS } from './kinds.ts';

/** What a reader prints, a line a size. */
export interface Growth {
  readonly bytes: number;
  readonly cpuMs: number;
  readonly refused: string | undefined;
}

const TERMS = 'concept,language,term\na,en,a\na,it,b\naa,en,a a\naa,it,b b\naaa,en,a-a-a\naaa,it,b-b\n';

async function read(kind: string, text: string): Promise<void> {
  const project = { sourceLanguage: 'en' };
  if (kind === 'glossary') return void loadTermbase([{ path: 'g.csv', text }], project);
  if (kind === 'tbx') return void readTbx('a.tbx', text);
  if (kind === 'tmx') return void readTmx(Buffer.from(text), 'a.tmx');
  if (kind === 'pattern') return void namePattern(`${text}b`)('a'.repeat(text.length * 50));
  if (kind === 'terms') {
    const content = [{ type: 'text' as const, text }];
    const { termbase } = loadTermbase([{ path: 'g.csv', text: TERMS }], project);
    const terms = unitTerms(content, termbase, 'en');
    return void mark(content, terms, 'token', 'it', 1);
  }
  const entry = formatFor(`x.${kind}`);
  if (entry === undefined) throw new Error(`no format reads .${kind}`);
  const { parsed } = await parseFile(entry, text, project);
  const values = new Map<number, string>();
  for (const [index, unit] of parsed.units.entries()) {
    const syntax = await loadSyntax(unit.syntax);
    const content = unit.content ?? syntax.parse(unit.value);
    canonical(content);
    values.set(index, syntax.print(content));
  }
  if (parsed.kind === 'article') {
    parsed.outline();
    parsed.fill(values);
  }
}

async function main(name: string): Promise<void> {
  const kind = GROWTH_KINDS.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  const [what = ''] = name.split(':');
  // Loading and compiling is not the input's cost.
  await read(what, kind.make(2)).catch(() => undefined);
  for (const size of [1, 2, 4]) {
    const text = kind.make(kind.count * size);
    const begin = process.cpuUsage();
    let refused: string | undefined;
    try {
      await read(what, text);
    } catch (error) {
      // The run tells the second kind with the name of the file.
      if (!(error instanceof GlossaError) && !(error instanceof RangeError)) throw error;
      refused = error.message;
    }
    const { user, system } = process.cpuUsage(begin);
    const growth: Growth = { bytes: Buffer.byteLength(text), cpuMs: Math.round((user + system) / 1000), refused };
    process.stdout.write(`${JSON.stringify(growth)}\n`);
  }
  process.stdout.write(`${JSON.stringify({ peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
}

await main(process.argv[2] ?? '');
