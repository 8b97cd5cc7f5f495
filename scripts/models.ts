import type { RemoteModel } from './engines/firefox/registry.ts';
import { installedModels, type InstalledModel } from './engines/firefox/model-cache.ts';
import { addModels, modelName, offeredModels, planModels, removeModel } from './engines/firefox/models.ts';
import { readOptions } from './engines/firefox/options.ts';
import { enter } from './project/entry.ts';
import { UsageError } from './project/errors.ts';
import { table } from './project/table.ts';
import { openProject } from './pipeline/see/project.ts';

const row = (model: InstalledModel | RemoteModel, installed: boolean) => ({
  model: modelName(model),
  version: model.version,
  bytes: model.files.reduce((sum, { size }) => sum + size, 0),
  installed,
});

await enter({
  name: 'models',
  summary:
    "Firefox's translation models on this machine: list, add es it (or en-es), remove en-es. Only add and list --all fetch.",
  words: 'list|add|remove',
  options: { all: { type: 'boolean', help: 'list: also what Firefox offers' } },
  async run({ root, json, words: [action = 'list', ...names], flag, log, print, signal }) {
    const project = openProject(root, process.env);
    const environment = project.environment('firefox', (line) => log.line(line));
    const { sharedCache } = environment;
    const megabytes = (bytes: number) => Math.round(bytes / 1e6);
    let tenths = 0;
    const progress = (model: string, done: number, total: number) => {
      const now = Math.floor((10 * done) / total);
      if (now !== tenths) log.line(`${model}: ${megabytes(done)} of ${megabytes(total)} MB`);
      tenths = now;
    };
    const source = project.configuration.sourceLanguage;
    const store = { sharedCache, source, ...readOptions(environment), signal, progress };
    const show = (rows: readonly ReturnType<typeof row>[]) => {
      const cells = rows.map((one) => [one.model, one.version, megabytes(one.bytes), one.installed ? 'yes' : '']);
      print(json ? JSON.stringify({ models: rows }) : table(['model', 'version', 'MB', 'installed'], cells));
    };

    if (action === 'list') {
      const installed = installedModels(sharedCache);
      const names = new Set(installed.map(modelName));
      const offered = flag('all') ? await offeredModels(store) : [];
      const others = offered.filter((model) => !names.has(modelName(model))).map((model) => row(model, false));
      show([...installed.map((model) => row(model, true)), ...others]);
    } else if ((action === 'add' || action === 'remove') && names.length > 0) {
      if (action === 'remove') for (const name of names) removeModel(name, sharedCache);
      else {
        const lacking = (await planModels(names, store)).filter(({ isThere }) => !isThere).map(({ model }) => model);
        const sizes = lacking.map((model) => `${modelName(model)} (${megabytes(row(model, false).bytes)} MB)`);
        if (sizes.length > 0) log.line(`fetching ${sizes.join(', ')}`);
      }
      const shown = action === 'add' ? await addModels(names, store) : installedModels(sharedCache);
      show(shown.map((model) => row(model, true)));
    } else throw new UsageError('say what to do: list, add es, or remove en-es.');
    return 0;
  },
});
