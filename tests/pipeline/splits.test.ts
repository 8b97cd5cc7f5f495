/** What becomes of a person's words when their paragraph is cut in two, or when a suggestion takes its place. */
import { describe, expect, it } from 'vitest';
import { temporaryProject } from '../commands/project-in-process.ts';
import { recordLine, valueAt, type TemporaryProject } from '../commands/temporary-project.ts';

const WHOLE = 'The pump works with water. It has a **big** handle. The handle can be folded away.';
const OURS = 'La bomba va con agua. Tiene un mango **grande**. El mango se pliega.';
const BUNDLE = 'locales/es/art.json';
const RECORD = 'locales/.review/es/art.json';

function article(...paragraphs: readonly string[]): string {
  return `${['# The pump', ...paragraphs].join('\n\n')}\n`;
}

async function reviewed(target = OURS): Promise<TemporaryProject> {
  const project = temporaryProject({ 'source/art.md': article(WHOLE, 'Another paragraph.') });
  await project.translate();
  project.write(BUNDLE, project.read(BUNDLE).replace(/"p1": ".*"/, `"p1": ${JSON.stringify(target)}`));
  await project.translate();
  return project;
}

/** The key of the paragraph that a split made. */
function newKey(project: TemporaryProject): string {
  const [, name] = /"(p-[a-z2-9]{4})"/.exec(project.read('locales/en/art.json')) ?? [];
  if (name === undefined) throw new Error('there is no new paragraph');
  return `body.the-pump.${name}`;
}

const kept = (project: TemporaryProject): unknown[] =>
  project
    .read('locales/.memory/es.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('a reviewed paragraph that is cut in two', () => {
  it.each([
    [
      'its last sentence',
      ['The pump works with water. It has a **big** handle.', 'The handle can be folded away.'],
      'El mango se pliega.',
    ],
    [
      'its last two',
      ['The pump works with water.', 'It has a **big** handle. The handle can be folded away.'],
      undefined,
    ],
  ])('takes %s along into the new one', async (_, parts, words) => {
    const project = await reviewed();
    project.write('source/art.md', article(...parts, 'Another paragraph.'));
    const { code, report } = await project.translate('--to', 'es');
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    const key = newKey(project);
    expect(valueAt(project.json(BUNDLE), 'body.the-pump.p1')).toBe(OURS);
    const suggestion = String(recordLine(project, RECORD, 'body.the-pump.p1')['suggestion']);
    const value = String(valueAt(project.json(BUNDLE), key));
    // Which half lives on under the old key is the alignment's to say; together they are the person's words.
    expect([`${suggestion} ${value}`, `${value} ${suggestion}`]).toContain(OURS);
    if (words !== undefined) expect(value).toBe(words);
    expect(recordLine(project, RECORD, key)).toMatchObject({ state: 'translated', origin: 'memory' });
    const accepted = await project.translate('--accept-suggestions', '--to', 'es');
    expect(accepted.code).toBe(0);
    const text = project.read('locales/es/art.md');
    for (const sentence of OURS.split(/(?<=\.) /)) expect(text).toContain(sentence);
    expect(kept(project)).toEqual([
      { namespace: 'art', key: 'body.the-pump.p1', source: WHOLE, target: OURS, state: 'translated' },
    ]);
    expect((await project.translate()).report.languages['es']).toMatchObject({ stale: 0, failed: 0 });
  });

  it('keeps the whole text in the memory where it is not sure which words were whose', async () => {
    const target = 'La bomba, que tiene un mango **grande** que se pliega, va con agua.';
    const project = await reviewed(target);
    project.write(
      'source/art.md',
      article('The pump works with water. It has a **big** handle.', 'The handle can be folded away.'),
    );
    expect((await project.translate()).code).toBe(0);
    expect(valueAt(project.json(BUNDLE), newKey(project))).toMatch(/^⟦/);
    expect((await project.translate('--accept-suggestions')).code).toBe(0);
    expect(kept(project)).toMatchObject([{ source: WHOLE, target }]);
  });

  it('gives nothing to a paragraph with a sentence of its own', async () => {
    const project = await reviewed();
    const parts = ['The pump works with water. It has a **big** handle.', 'The handle can be folded away. Try it.'];
    project.write('source/art.md', article(...parts, 'Another paragraph.'));
    expect((await project.translate()).code).toBe(0);
    expect(valueAt(project.json(BUNDLE), newKey(project))).toMatch(/^⟦/);
  });
});

describe('a suggestion that is accepted', () => {
  it('stands in bundle, article and record as a person’s text, and the one before in the memory', async () => {
    const project = await reviewed();
    const next = WHOLE.replace('water', 'steam');
    project.write('source/art.md', article(next, 'Another paragraph.'));
    expect((await project.translate()).code).toBe(0);
    const { suggestion, suggested } = recordLine(project, RECORD, 'body.the-pump.p1');
    expect(suggestion).toMatch(/^⟦.*⟧ Tiene un mango \*\*grande\*\*\. El mango se pliega\.$/);
    expect(project.read('locales/es/art.md')).toContain(`${OURS}\n`);
    expect((await project.run('check')).code).toBe(0);

    const { code, report } = await project.translate('--accept-suggestions');
    expect(code).toBe(0);
    expect(report.requests).toBe(0);
    expect(report.languages['es']).toMatchObject({ human: 1, stale: 0, machine: 0, unchanged: 3 });
    expect(valueAt(project.json(BUNDLE), 'body.the-pump.p1')).toBe(suggestion);
    expect(project.read('locales/es/art.md')).toContain(`\n\n${String(suggestion)}\n\n`);
    const line = recordLine(project, RECORD, 'body.the-pump.p1');
    expect(line).toMatchObject({ state: 'reviewed', origin: 'person', source: suggested });
    for (const mark of ['previous', 'suggestion', 'suggested']) expect(line).not.toHaveProperty(mark);
    expect(kept(project)).toMatchObject([{ source: WHOLE, target: OURS }]);
    expect((await project.run('check')).code).toBe(0);
    const before = project.snapshot('locales');
    expect((await project.translate()).report.requests).toBe(0);
    expect(project.snapshot('locales')).toEqual(before);

    // The author takes the change back: the words for it are there.
    project.write('source/art.md', article(WHOLE, 'Another paragraph.'));
    const back = await project.translate('--to', 'es');
    expect(back.report.requests).toBe(0);
    expect(recordLine(project, RECORD, 'body.the-pump.p1')).toMatchObject({ suggestion: OURS });
  });
});
