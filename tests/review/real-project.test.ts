/** The page on a project on disk: what is decided there is in its files, and what happens to the files is seen there. */
import { expect, it } from 'vitest';
import { projectDesk } from '../../scripts/commands/review/desk.ts';
import { recordLine, temporaryProject, valueAt } from '../commands/temporary-project.ts';
import { describeInChromium, eventually, openPage, serve } from './browser.ts';

const ARTICLE = `---
title: Bread
---

_Feed_ the starter ![a jar](jar.png) twice a day.

## What it needs

- time and **patience**
- <b>flour</b>
`;

describeInChromium('the page on a real project', () => {
  it('shows, edits and approves what is in the files, and sees what others do to them', async () => {
    const project = temporaryProject({ 'source/blog/bread.md': ARTICLE, 'source/ui.json': '{"save": "Save it now"}' });
    await project.translate();
    const notes: string[] = [];
    const variables = { ...process.env, XDG_CACHE_HOME: project.cache };
    const server = await serve(projectDesk(project.root, variables, (line) => notes.push(line)));
    const { page, faults } = await openPage(`${server.address}#/es/blog/bread?body.lead.p1`);
    await page.locator('#target').fill('_Alimenta_ la masa madre ![un tarro](jar.png) dos veces al día.');
    await page.locator('#target').press('Control+Enter');
    const record = 'locales/.review/es/blog/bread.json';
    const line = (): Record<string, unknown> => recordLine(project, record, 'body.lead.p1');
    await eventually(line).toMatchObject({ state: 'reviewed', origin: 'person' });
    expect(project.read('locales/es/blog/bread.md')).toContain('_Alimenta_ la masa madre');

    // The article is one page, its units found again in it: emphasis at a unit's edge and raw HTML included.
    await page.getByRole('button', { name: 'Article' }).click();
    const target = page.frameLocator('.side-target iframe');
    await target.locator('x-unit[data-state=approved] em', { hasText: 'Alimenta' }).waitFor();
    expect(await target.locator('li x-unit').count()).toBe(2);
    expect(await target.locator('li x-unit b').count()).toBe(1);
    expect(await target.locator('h2 x-unit').count()).toBe(1);
    expect(await target.locator('.fields x-unit').count()).toBe(1);
    await page.getByRole('button', { name: 'List' }).click();

    // Somebody edits a file by hand, and the source changes: the page hears of both.
    const bundle = 'locales/es/blog/bread.json';
    const heading = valueAt(project.json(bundle), 'body.what-it-needs.heading');
    project.write(bundle, project.read(bundle).replace(JSON.stringify(heading), '"Lo que pide"'));
    await page.locator('.unit', { hasText: 'Lo que pide' }).waitFor();
    project.write('source/blog/bread.md', ARTICLE.replace('twice a day', 'three times a day'));
    await project.translate();
    await page.locator('.unit', { hasText: 'three times' }).click();
    await page.locator('.before del', { hasText: 'twice' }).waitFor();
    await page.locator('.suggestion').waitFor();
    await page.getByRole('button', { name: /^Keep mine/ }).click();
    await eventually(line).not.toHaveProperty('suggestion');
    expect(line()).toMatchObject({ state: 'reviewed' });
    await page.locator('#units').focus();
    await page.keyboard.press('u');
    await eventually(line).toHaveProperty('suggestion');
    expect((await project.run('check', ['--to', 'es'])).stdout).not.toMatch(/^error/m);
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    expect(notes).toEqual([]);
  });
});
