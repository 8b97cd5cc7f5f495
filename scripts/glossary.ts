import { enter } from './project/entry.ts';
import { describe, UsageError } from './project/errors.ts';
import { oneLine } from './project/log.ts';
import { nearest } from './project/nearest.ts';
import { checkGlossary, pushToDeepl, suggestForGlossary } from './commands/glossary.ts';
import { openProject } from './pipeline/see/project.ts';

const ACTIONS = ['check', 'push', 'suggest'];

await enter({
  name: 'glossary',
  summary: 'Checks the termbase against the sources, brings it to DeepL, suggests terms that it lacks.',
  words: 'check|push|suggest',
  options: {
    'dry-run': { type: 'boolean', help: 'push: only show what would change on the account' },
  },
  async run({ root, json, words, flag, log, print, signal }) {
    const [action = '', ...rest] = words;
    if (!ACTIONS.includes(action) || rest.length > 0) {
      const near = nearest(action, ACTIONS);
      throw new UsageError('glossary takes one word: check, push or suggest.', {
        remedy: near === undefined ? '' : `Did you mean ${near}?`,
      });
    }
    const project = openProject(root, process.env);
    const note = (line: string): void => log.line(line);
    const result =
      action === 'check'
        ? await checkGlossary(project)
        : action === 'suggest'
          ? await suggestForGlossary(project)
          : await pushToDeepl(project, flag('dry-run'), note, signal);
    for (const error of result.errors) log.error(`error: ${describe(error)}`);
    if (json) print(JSON.stringify({ ...result.data, errors: result.errors.map(describe) }, null, 2));
    else for (const line of result.lines) print(oneLine(line));
    return result.errors.length > 0 ? 1 : 0;
  },
});
