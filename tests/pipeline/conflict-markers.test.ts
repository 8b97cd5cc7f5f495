import { expect, it } from 'vitest';
import { temporaryProject } from '../commands/temporary-project.ts';

it('conflict markers inside a value are an error that names file and key, and no person’s text', async () => {
  const project = temporaryProject({ 'source/s.json': '{"a": "A blue door", "b": "A red door"}' });
  await project.translate('--to', 'it');
  const conflict = '<<<<<<< HEAD\nUna\n=======\nAltra\n>>>>>>> other';
  project.write('locales/it/s.json', JSON.stringify({ ...project.json('locales/it/s.json'), a: conflict }));
  const text = project.read('locales/it/s.json');
  const { code, stderr } = await project.translate('--to', 'it');
  expect(code).toBe(1);
  expect(stderr).toContain('locales/it/s.json: a: holds merge conflict markers.');
  expect(project.read('locales/it/s.json')).toBe(text);
});
