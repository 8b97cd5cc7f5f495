/** A source file that changes its extension: its articles move or go, and no word in them is lost or taken for an edit. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const ARTICLE = '# A title\n\nIt works with water.\n\nThe second one.\n';
const OURS = 'Funciona con agua.';

function sourceMoved(project: TemporaryProject, from: string, to: string): void {
  const text = project.read(`source/${from}`);
  project.remove(`source/${from}`);
  project.write(`source/${to}`, text);
}

async function translated(): Promise<TemporaryProject> {
  const project = temporaryProject({ 'source/art.md': ARTICLE });
  await project.translate();
  const bundle = 'locales/es/art.json';
  project.write(bundle, project.read(bundle).replace(/"p1": ".*"/, `"p1": "${OURS}"`));
  await project.translate();
  return project;
}

function articles(project: TemporaryProject): string[] {
  return ['es', 'it'].flatMap((language) =>
    [...project.snapshot(`locales/${language}`).keys()]
      .filter((file) => !file.endsWith('.json'))
      .map((file) => `${language}/${file}`),
  );
}

describe('a source file with another extension', () => {
  it.each(['art.mdx', 'art.markdown', 'art.txt', 'art2.mdx', 'blog/art.markdown'])(
    'art.md -> %s: its articles move along',
    async (name) => {
      const project = await translated();
      const before = project.read('locales/es/art.md');
      sourceMoved(project, 'art.md', name);
      expect((await project.translate('--dry-run')).report.orphans).toEqual([]);
      const { code, report } = await project.translate();
      expect(code).toBe(0);
      expect(report.orphans).toEqual([]);
      expect(articles(project)).toEqual([`es/${name}`, `it/${name}`]);
      if (name.endsWith('.txt')) return;
      expect(report.requests).toBe(0);
      expect(project.read(`locales/es/${name}`)).toBe(before);
      expect((await project.translate()).report.orphans).toEqual([]);
      expect((await project.run('check')).stdout).toBe('');
    },
  );

  it('keeps people’s words in HTML and back', async () => {
    const project = await translated();
    project.remove('source/art.md');
    project.write('source/art.html', '<h1>A title</h1>\n<p>It works with water.</p>\n<p>The second one.</p>\n');
    expect((await project.translate()).code).toBe(0);
    expect(articles(project)).toEqual(['es/art.html', 'it/art.html']);
    expect(project.read('locales/es/art.html')).toContain(`<p>${OURS}</p>`);
    project.remove('source/art.html');
    project.write('source/art.md', ARTICLE);
    expect((await project.translate()).code).toBe(0);
    expect(articles(project)).toEqual(['es/art.md', 'it/art.md']);
    expect(project.read('locales/es/art.md')).toContain(`${OURS}\n`);
  });

  it('that is an i18next bundle now has no article any more', async () => {
    const project = await translated();
    project.remove('source/art.md');
    project.write('source/art.json', '{"body": {"lead": {"p1": "It works with water."}}}');
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.orphans).toEqual([]);
    expect(articles(project)).toEqual([]);
  });

  it('is seen to have changed where its bytes have not', async () => {
    const project = temporaryProject({ 'source/art.txt': '{"a": "Some words"}\n' });
    await project.translate();
    sourceMoved(project, 'art.txt', 'art.json');
    expect((await project.translate()).code).toBe(0);
    expect(Object.keys(project.json('locales/es/art.json'))).toEqual(['a']);
  });

  it.each([
    ['art.mdx', 'locales/es/art.mdx'],
    ['art2.mdx', 'locales/es/art.mdx'],
    ['art.json', 'source/art.json'],
  ])('art.md -> %s: a pending edit in the old article is an error, until it is settled', async (name, other) => {
    const project = await translated();
    const edited = project.read('locales/es/art.md').replace(OURS, 'Va con agua.');
    project.write('locales/es/art.md', edited);
    if (name === 'art.json') {
      project.remove('source/art.md');
      project.write('source/art.json', '{"body": {"lead": {"p1": "It works with water."}}}');
    } else sourceMoved(project, 'art.md', name);
    for (let run = 0; run < 2; run++) {
      const { code, stderr } = await project.translate();
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: locales\/es\/art\.md: has words that locales\/es\/art\.json does not have/m);
      expect(stderr).toContain(other);
      expect(project.read('locales/es/art.md')).toBe(edited);
      expect(project.read('locales/es/art.json')).toContain(OURS);
    }
    expect((await project.run('check')).code).toBe(1);
    project.write('locales/es/art.json', project.read('locales/es/art.json').replace(OURS, 'Va con agua.'));
    project.remove('locales/es/art.md');
    expect((await project.translate()).code).toBe(0);
    expect(articles(project).filter((file) => file.endsWith('.md'))).toEqual([]);
  });

  it('takes an article along that a formatter has been over', async () => {
    const project = await translated();
    project.write('locales/es/art.md', project.read('locales/es/art.md').replace(' con ', '\ncon '));
    sourceMoved(project, 'art.md', 'art.mdx');
    expect((await project.translate()).code).toBe(0);
    expect(articles(project)).toEqual(['es/art.mdx', 'it/art.mdx']);
  });

  it('keeps the words of a text that is gone from its bundle where they are', async () => {
    const project = await translated();
    project.write('locales/es/art.json', project.read('locales/es/art.json').replace(/ *"p1": .*\n/, ''));
    sourceMoved(project, 'art.md', 'art.mdx');
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toContain(
      "locales/es/art.md: cannot become .mdx yet: a person's text is gone from locales/es/art.json",
    );
    expect(project.read('locales/es/art.md')).toContain(OURS);
  });
});

describe('an article that was left behind by an older extension', () => {
  const leftBehind = async (): Promise<TemporaryProject> => {
    const project = await translated();
    const old = project.read('locales/es/art.md');
    sourceMoved(project, 'art.md', 'art.mdx');
    await project.translate();
    project.write('source/art.mdx', `${ARTICLE}\nA third one.\n`);
    await project.translate();
    project.write('locales/es/art.md', old);
    return project;
  };

  it('is listed by every run and by check, touches nothing, and is removed by --prune', async () => {
    const project = await leftBehind();
    const article = project.read('locales/es/art.mdx');
    for (let run = 0; run < 2; run++) {
      const { code, report } = await project.translate();
      expect(code).toBe(0);
      expect(report.orphans).toEqual(['locales/es/art.md']);
    }
    expect((await project.run('check')).stdout).toMatch(/^warning orphan: .*locales\/es\/art\.md/m);
    const { code, report } = await project.translate('--prune');
    expect(code).toBe(0);
    expect(report.orphans).toEqual([]);
    expect(articles(project)).toEqual(['es/art.mdx', 'it/art.mdx']);
    expect(project.read('locales/es/art.mdx')).toBe(article);
  });

  it('is not removed where it has words that its bundle does not have', async () => {
    const project = await leftBehind();
    project.write('locales/es/art.md', project.read('locales/es/art.md').replace(OURS, 'Va con agua.'));
    const { code, stderr } = await project.translate('--prune');
    expect(code).toBe(1);
    expect(stderr).toContain('locales/es/art.md: has words that locales/es/art.json does not have');
    expect(project.read('locales/es/art.md')).toContain('Va con agua.');
  });

  it('is no edit when the name changes back: the draft in it replaces nothing', async () => {
    const project = await leftBehind();
    const bundle = 'locales/es/art.json';
    project.write(bundle, project.read(bundle).replace(OURS, 'Marcha con agua.'));
    await project.translate();
    sourceMoved(project, 'art.mdx', 'art.md');
    const { code, stderr } = await project.translate();
    expect(code).toBe(1);
    expect(stderr).toContain('locales/es/art.md: has words that locales/es/art.json does not have');
    expect(stderr).toContain('locales/es/art.mdx');
    expect(valueAt(project.json(bundle), 'body.a-title.p1')).toBe('Marcha con agua.');
    project.remove('locales/es/art.md');
    expect((await project.translate()).code).toBe(0);
    expect(project.read('locales/es/art.md')).toContain('Marcha con agua.');
    expect(articles(project)).toEqual(['es/art.md', 'it/art.md']);
  });

  it('that a person had put there is left alone', async () => {
    const page = '<p>Una página</p>\n';
    const project = temporaryProject({ 'source/art.md': ARTICLE, 'locales/es/art.html': page });
    const { code, report } = await project.translate();
    expect(code).toBe(0);
    expect(report.orphans).toEqual([]);
    await project.translate('--prune');
    expect(project.read('locales/es/art.html')).toBe(page);
  });
});
