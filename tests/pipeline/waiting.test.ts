/** A unit whose answer an engine damages each time waits: no run pays for it again until something about it changes. */
import { expect, it, onTestFinished } from 'vitest';
import { startLibreStub } from '../engines/libretranslate-harness.ts';
import { recordLine, temporaryProject } from '../commands/temporary-project.ts';

const CONFIGURATION = { sourceLanguage: 'en', targetLanguages: ['es'], engine: 'libretranslate' };
const RECORD = 'locales/.review/es/ui.json';

it('is told by every run and sent by none, until its source, its engine or --redo', async () => {
  const service = await startLibreStub({
    change: (texts) => texts.map((text) => (text.length > 30 ? '' : text)),
  });
  onTestFinished(() => service.close());
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify(CONFIGURATION),
    'source/ui.json': '{"good": "Save", "bad": "This stubborn text never comes back whole"}',
  });
  const run = async (...args: string[]) => {
    const before = service.requests.length;
    const { code, stdout } = await project.run('translate', ['--json', ...args], { LIBRETRANSLATE_URL: service.url });
    return { code, report: JSON.parse(stdout), asked: service.requests.length - before };
  };
  const first = await run();
  expect(first.code).toBe(1);
  expect(first.report.failed).toMatchObject([{ key: 'bad', language: 'es' }]);
  expect(recordLine(project, RECORD, 'bad')).toMatchObject({ state: 'initial', asked: expect.any(String) });
  const files = project.snapshot('locales');

  // Nothing changed: not even the file is parsed.
  const again = await run();
  expect(again).toMatchObject({ code: 1, asked: 0, report: { failed: [{ key: 'bad' }] } });
  expect(again.report.languages.es).toMatchObject({ units: 2, unchanged: 1, failed: 1 });
  expect(project.snapshot('locales')).toEqual(files);

  // Another unit of its file changed: that one is asked for alone.
  project.write('source/ui.json', '{"good": "Save it", "bad": "This stubborn text never comes back whole"}');
  const other = await run();
  expect(other.report).toMatchObject({ characters: 'Save it'.length, failed: [{ key: 'bad' }] });

  // Its own source, another engine, --redo: it is tried.
  project.write('source/ui.json', '{"good": "Save it", "bad": "Short text"}');
  expect(await run()).toMatchObject({ code: 0, report: { failed: [] } });
});

it('is tried again with another engine', async () => {
  const service = await startLibreStub({ change: (texts) => texts.map(() => '') });
  onTestFinished(() => service.close());
  const project = temporaryProject({
    'l10n.config.json': JSON.stringify(CONFIGURATION),
    'source/ui.json': '{"bad": "A text that is answered with nothing"}',
  });
  await project.run('translate', [], { LIBRETRANSLATE_URL: service.url });
  expect(await project.translate('--engine', 'pseudo')).toMatchObject({ code: 0, report: { failed: [] } });
});
