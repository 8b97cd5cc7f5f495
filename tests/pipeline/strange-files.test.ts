/** Rule 9: what is in the place of a file, and how a file is called, stops one file at most, and is named. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultsOf } from '../commands/in-process.ts';
import { temporaryProject } from '../commands/temporary-project.ts';

it('pipes and folders in the place of files are named, not waited for, and the other files are done', async () => {
  const names = ['s', 't', 'v'];
  const project = temporaryProject(
    Object.fromEntries(names.map((name) => [`source/${name}.json`, `{"a": "The door ${name} is blue"}`])),
  );
  await project.translate();
  for (const file of ['locales/it/s.json', 'locales/.review/es/t.json', 'source/pipe.md']) {
    project.remove(file);
    execFileSync('mkfifo', [join(project.root, file)]);
  }
  project.remove('locales/es/v.json');
  mkdirSync(join(project.root, 'locales/es/v.json'));
  project.write('source/u.json', '{"a": "A green door"}');
  const { code, report, stderr } = await project.translate();
  expect(code).toBe(1);
  for (const file of ['locales/it/s.json', 'locales/.review/es/t.json', 'source/pipe.md']) {
    expect(stderr).toContain(`${file}: is a named pipe and no file.`);
  }
  expect(stderr).toContain('locales/es/v.json: is a folder and no file.');
  expect(project.json('locales/it/u.json')).toHaveProperty('a');
  expect(report.languages['it']).toMatchObject({ machine: 1 });
  expect((await project.run('check')).code).toBe(1);
}, 20_000);

it('a file in the place of a folder is named: what stood in it is not as if it had never been', async () => {
  const project = temporaryProject({
    'source/s.json': '{"a": "The shop is open"}',
    'glossary/g.csv': 'concept,language,term\nshop,en,shop\nshop,es,tienda\nshop,it,negozio\n',
  });
  await project.translate();
  for (const folder of ['glossary', 'source', 'locales', 'locales/it', 'locales/.review', 'locales/.review/it']) {
    const [from, to] = [join(project.root, folder), join(project.root, 'aside')];
    renameSync(from, to);
    project.write(folder, 'x');
    const said = await faultsOf(project).catch((error: unknown) => [`error file ${String(error)}`]);
    const wanted = folder === 'locales/it' ? /^error missing source\/s\.json:1 it a$/m : /^error file .*is no folder/m;
    expect({ folder, said: said.join('\n') }).toEqual({ folder, said: expect.stringMatching(wanted) });
    rmSync(from);
    renameSync(to, from);
  }
  expect(await faultsOf(project)).toEqual([]);
}, 20_000);

it('names, keys and languages with line breaks begin no line of what any command says', async () => {
  const project = temporaryProject({
    'source/a\n::error::injected.md': '# A\n\nText.\n',
    'source/b.json': '{"k\\n::error::injected": "Questa frase non e in inglese ma in italiano, per niente inglese."}',
    'source/c.md': '---\nlang: "x\\n::error::injected"\n---\n# A\n',
    'glossary/g.csv': 'concept,language,term\n"a\n::error::injected",en,text\n"a\n::error::injected",it,testo\n',
    'l10n.config.json': '{"sourceLanguage": "en", "targetLanguages": ["it"], "engine": "identity"}',
  });
  const commands = ['translate', 'check', 'status', 'review list', 'glossary check', 'glossary suggest', 'render'];
  for (const words of commands) {
    const [command = '', ...args] = words.split(' ');
    const { stdout, stderr } = await project.run(command, args);
    const begun = `${stdout}\n${stderr}`.split('\n').filter((line) => /^\s*::/.test(line));
    expect({ words, begun }).toEqual({ words, begun: [] });
  }
}, 20_000);

it('a termbase behind a link is read where it stays in the project; else it is said that it is not', async () => {
  const terms = 'concept,language,term\nshop,en,shop\nshop,it,negozio\n';
  const files = {
    'source/s.json': '{"a": "The shop is open"}',
    'l10n.config.json': '{"sourceLanguage": "en", "targetLanguages": ["it"], "engine": "pseudo"}',
  };
  const outside = temporaryProject({ ...files, 'terms/g.csv': terms });
  const inside = temporaryProject({ ...files, 'terms/g.csv': terms });
  symlinkSync('terms', join(inside.root, 'glossary'));
  symlinkSync(join(inside.root, 'terms'), join(outside.root, 'glossary'));
  expect((await inside.translate()).code).toBe(0);
  expect(inside.read('locales/it/s.json')).toContain('negozio');
  for (const command of ['translate', 'check']) {
    const { code, stdout, stderr } = await outside.run(command);
    expect({ command, code }).toEqual({ command, code: 1 });
    expect(stdout + stderr).toContain('glossary: leads outside the project.');
  }
}, 20_000);

it.skipIf(!existsSync('/dev/full'))(
  'a full disk is no success, neither for a file nor for what is printed',
  async () => {
    const project = temporaryProject({ 'source/s.json': '{"a": "A blue door"}' });
    await project.translate();
    const file = join(project.root, 'out.tmx');
    symlinkSync('/dev/full', file);
    expect(await project.run('export', [file])).toMatchObject({ code: 2, stderr: expect.stringContaining('ENOSPC') });
    const status = await project.run('status', [], {}, 'exec "$@" > /dev/full');
    expect(status).toMatchObject({ code: 2, stderr: expect.stringContaining('the output cannot be written (ENOSPC)') });
  },
);
