import { expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';

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

const MARKERS = '<<<<<<< HEAD\nOne text\n=======\nAnother text\n>>>>>>> theirs';

it.each([
  ['s.json', JSON.stringify({ a: MARKERS }), 1],
  ['s.json', `{\n"x": "A text",\n"a": ${JSON.stringify(MARKERS.replaceAll('\n', '\r\n'))}}`, 3],
  ['a.md', `# A\n\n${MARKERS}\n`, 3],
  ['a.md', `# A\n\n- one\n${MARKERS.replace('=======', '||||||| base\nBase\n=======')}\n- two\n`, 4],
  ['a.md', `---\n${MARKERS.replaceAll(/(One|Another) text/g, 'title: $1')}\n---\n\nText.\n`, 2],
  ['a.html', `<p>A</p>\n${MARKERS.replaceAll(/(One|Another) text/g, '<p>$1</p>')}\n`, 2],
  ['a.txt', MARKERS.replaceAll('\n', '\r\n'), 1],
])('markers in a source, %s, are an error of its line, and nothing is sent: %j', async (file, text, line) => {
  const project = temporaryProject({ [`source/${file}`]: text, 'source/other.md': 'Words.\n' });
  const { code, report, stderr } = await project.translate();
  expect(stderr).toContain(`source/${file}:${line}: holds merge conflict markers`);
  expect({ code, characters: report.characters }).toEqual({ code: 1, characters: 2 * 'Words.'.length });
  expect((await project.run('check')).code).toBe(1);
});

it('markers in code are text, and so are lines of signs', async () => {
  const page = `# Merges\n\n\`\`\`diff\n${MARKERS}\n\`\`\`\n\nA line of <<<<<<< and =======\n\n=======\n\nWords.\n`;
  const project = temporaryProject({ 'source/a.md': page, 'source/s.json': '{"a": "<<<<<<< not a merge >>>>>>>"}' });
  expect((await project.translate()).code).toBe(0);
});

it('markers around blocks of an article stop its language', async () => {
  const blocks = Array.from({ length: 12 }, (_, at) => `The paragraph with the number ${at}.`).join('\n\n');
  const project = temporaryProject({ 'source/a.md': `${blocks}\n` });
  await project.translate();
  const article = project.read('locales/es/a.md');
  const [first = ''] = article.split('\n');
  const broken = article.replace(first, MARKERS);
  project.write('locales/es/a.md', broken);
  const { code, stderr } = await project.translate();
  expect(stderr).toContain('locales/es/a.md:1: holds merge conflict markers');
  expect({ code, text: project.read('locales/es/a.md') }).toEqual({ code: 1, text: broken });
});
