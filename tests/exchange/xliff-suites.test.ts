/**
 * Public suites that are no package and not ours to copy. Where they are on the machine, point the tests at them:
 * GLOSSA_XLIFF_SUITE, the folder `xliff-21` of OASIS' repository (`test-suite`, `schemas`), and GLOSSA_XLIFF12_XSD, the file
 * xliff-core-1.2-strict.xsd, with xml.xsd beside it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { XmlDocument, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { readXliff } from '../../scripts/exchange/read-xliff.ts';
import { GlossaError } from '../../scripts/project/errors.ts';
import { exported, translatedProject } from './exchange-project.ts';

const suite = process.env['GLOSSA_XLIFF_SUITE'] ?? '';
const xsd12 = process.env['GLOSSA_XLIFF12_XSD'] ?? '';

/** The rule that a file breaks; undefined where it breaks none. */
async function brokenRule(file: string): Promise<string | undefined> {
  let fault: string | undefined;
  try {
    await readXliff([readFileSync(file)], basename(file), {
      languages: () => undefined,
      text: (text) => (fault ??= text.fault),
    });
  } catch (error) {
    if (!(error instanceof GlossaError)) throw error;
    fault = error.message;
  }
  return /XLIFF 2\.1, rule ([\w-]+)|not well-formed/i.exec(fault ?? '')?.[0];
}

describe.runIf(suite !== '')('the suite of OASIS for XLIFF 2.1', () => {
  const filesIn = (folder: string): string[] => {
    const path = join(suite, 'test-suite', folder);
    return suite === ''
      ? []
      : readdirSync(path)
          .filter((file) => file.endsWith('.xlf'))
          .map((file) => join(path, file));
  };

  it.each([
    ['core/valid', 25],
    ['modules/valid', 34],
  ])('%s: all are read', async (folder, count) => {
    const files = filesIn(folder);
    expect(files.length).toBe(count);
    for (const file of files) expect([file, await brokenRule(file)]).toEqual([file, undefined]);
  });

  it('core/invalid: all are refused, with the rule', async () => {
    const files = filesIn('core/invalid');
    expect(files.length).toBe(119);
    for (const file of files) expect([file, await brokenRule(file)]).not.toEqual([file, undefined]);
  });

  it('what is written is valid by the schemas', async () => {
    const schema = join(suite, 'schemas/xliff_core_2.0.xsd');
    const project = await translatedProject();
    validate(await exported(project, '.xlf'), schema);
    validate(await exported(project, '.xlf', '2.1', true), schema);
  });
});

describe.runIf(xsd12 !== '')('the schema of XLIFF 1.2, strict', () => {
  it('allows what is written', async () => {
    const project = await translatedProject();
    validate(await exported(project, '.xlf', '1.2'), xsd12);
    validate(await exported(project, '.xlf', '1.2', true), xsd12);
  });
});

/** Schemas refer to one another by addresses: they are looked for beside the first one. */
function validate(text: string, schema: string): void {
  const open = new Map<number, Buffer>();
  const find = (name: string): string | undefined =>
    [name, join(dirname(schema), basename(name))].find((path) => existsSync(path));
  xmlRegisterInputProvider({
    match: (name) => find(name) !== undefined,
    open: (name) => {
      open.set(open.size + 1, readFileSync(find(name) ?? name));
      return open.size;
    },
    read: (fd, buffer) => {
      const rest = open.get(fd) ?? Buffer.alloc(0);
      const size = rest.copy(buffer);
      open.set(fd, rest.subarray(size));
      return size;
    },
    close: () => true,
  });
  using xsd = XmlDocument.fromString(readFileSync(schema, 'utf8'), { url: schema });
  using validator = XsdValidator.fromDoc(xsd);
  using document = XmlDocument.fromString(text);
  validator.validate(document);
}
