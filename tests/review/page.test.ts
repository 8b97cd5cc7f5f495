/** What a translator does at the page, in Chromium: with the keyboard, with the mouse, and beside others. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInChromium, eventually, openPage, serve } from './browser.ts';
import { memoryDesk, type MemoryDesk } from './memory-desk.ts';
import { sampleUnits } from './sample-units.ts';

const plain = (count = 24): MemoryDesk => {
  const units = sampleUnits(count);
  return memoryDesk({ es: units.it.map((unit) => ({ ...unit })), it: units.it });
};

const approved = (desk: MemoryDesk, language = 'es'): number =>
  (desk.unitsOf[language] ?? []).filter(({ state }) => state === 'reviewed').length;

async function ready(page: Page): Promise<void> {
  await page.waitForSelector('.unit.is-current');
  await page.waitForSelector('#target');
}

/** What a screen reader was told last. */
const told = (page: Page): Promise<string> => page.locator('[role=status][aria-live]').first().innerText();

const currentKey = (page: Page): Promise<string> => page.locator('.editor-title h2').innerText();

describeInChromium('the review page', () => {
  it('takes a translator from opening to 20 approvals with 20 presses of one key', async () => {
    const desk = plain();
    const { page, faults } = await openPage((await serve(desk)).address);
    await ready(page);
    await page.keyboard.press('Tab');
    for (let count = 1; count <= 20; count++) {
      const before = await currentKey(page);
      await page.keyboard.press('Control+Enter');
      await page.waitForFunction((key) => document.querySelector('.editor-title h2')?.textContent !== key, before);
    }
    expect(approved(desk)).toBe(20);
    await eventually(() => told(page)).toBe('Approved. 4 left.');
    expect(faults).toEqual([]);
  });

  it('serves the mouse as well: 20 approvals by clicking', async () => {
    const desk = plain();
    const { page } = await openPage((await serve(desk)).address);
    await ready(page);
    const approve = page.getByRole('button', { name: /^Approve Ctrl/ });
    for (let count = 1; count <= 20; count++) {
      const before = await currentKey(page);
      await approve.click();
      await page.waitForFunction((key) => document.querySelector('.editor-title h2')?.textContent !== key, before);
    }
    expect(approved(desk)).toBe(20);
  });

  it('edits, judges while typing, keeps what is typed through a reload, saves and undoes', async () => {
    const desk = memoryDesk(sampleUnits());
    const { page, faults } = await openPage(`${(await serve(desk)).address}#/es/blog/bread?body.lead.p4`);
    await ready(page);
    await page.locator('.finding.is-error').waitFor();
    await page.locator('.missing-codes button').click();
    await page.keyboard.press('End');
    await page.keyboard.type('  ¡Que aproveche!');
    await page.locator('.finding.is-warning').waitFor();
    expect(await page.locator('.mark-warning').count()).toBeGreaterThan(0);
    const typed = await page.inputValue('#target');
    await page.reload();
    await ready(page);
    expect(await page.inputValue('#target')).toBe(typed);
    await page.locator('#target').focus();
    await page.keyboard.press('Control+Shift+Enter');
    await expect
      .poll(() => desk.unitsOf['es']?.[3])
      .toMatchObject({ target: typed, origin: 'person', state: 'translated' });
    await page.keyboard.press('Escape');
    await page.locator('#units:focus').waitFor();
    await page.keyboard.press('u');
    await eventually(() => desk.unitsOf['es']?.[3]?.target).toBe('Hola, {{nombre}}: tu pan está listo.');
    expect(faults).toEqual([]);
  });

  it('loses no letter that is typed while the page is busy', async () => {
    const desk = plain();
    const { page } = await openPage(`${(await serve(desk)).address}#/es/blog/bread?body.lead.p2`);
    await ready(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    const typed = 'Una frase escrita muy deprisa.';
    await page.locator('#target').focus();
    await page.keyboard.press('Control+a');
    // All at once, as it comes when the page could not keep up: each key is there before the last was drawn.
    await Promise.all([...typed].map((letter) => page.keyboard.press(letter)));
    expect(await page.inputValue('#target')).toBe(typed);
  });

  it('takes matches and the source by key, and asks for a reason before a finding is dismissed', async () => {
    const desk = memoryDesk(sampleUnits());
    const { page } = await openPage(`${(await serve(desk)).address}#/es/blog/bread?body.lead.p4`);
    await ready(page);
    await page.locator('.match').first().waitFor();
    await page.locator('#target').focus();
    await page.keyboard.press('Alt+c');
    expect(await page.inputValue('#target')).toBe('Hello {{name}}, your loaf is ready.');
    await page.keyboard.press('Control+1');
    expect(await page.inputValue('#target')).toContain('{{name}}: tu pan está listo.');
    await page.keyboard.press('Control+Shift+Enter');
    await page.getByText('Saved.').first().waitFor();
    desk.edit('es', 'body.lead.p4', 'Sin código.');
    await page.locator('.unit.is-current', { hasText: 'Sin código.' }).waitFor();
    await page.locator('.finding.is-error').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    await page.keyboard.press('Control+i');
    await page.keyboard.press('1');
    await page.locator('dialog textarea').fill('The name is not shown here.');
    await page.keyboard.press('Control+Enter');
    await eventually(() => desk.unitsOf['es']?.[3]?.waived).toEqual({ codes: 'The name is not shown here.' });
  });

  it('says how many a decision is about before it is taken, and undoes all of it at once', async () => {
    const desk = plain();
    const { page } = await openPage((await serve(desk)).address);
    await ready(page);
    await page.locator('#units').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Approve…' }).click();
    await page.getByRole('button', { name: 'Approve 24 translations' }).click();
    await eventually(() => approved(desk)).toBe(24);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => approved(desk)).toBe(0);
  });

  it('finds and replaces with a preview in which single units can be left out', async () => {
    const desk = memoryDesk(sampleUnits());
    const { page } = await openPage((await serve(desk)).address);
    await ready(page);
    await page.keyboard.press('Control+h');
    await page.getByLabel('Find in the translations').fill('masa madre');
    await page.getByLabel('Replace with').fill('levadura');
    const found = await page.locator('.changes li').count();
    await page.locator('.changes input').first().uncheck();
    await page.getByRole('button', { name: `Replace in ${found - 1} translations` }).click();
    const has = (word: string): number =>
      (desk.unitsOf['es'] ?? []).filter(({ target }) => target?.includes(word)).length;
    await eventually(() => [has('levadura'), has('masa madre')]).toEqual([found - 1, 1]);
  });

  it('shows two people where they are, passes over what another has open, and loses neither text of a clash', async () => {
    const desk = plain(6);
    const { address } = await serve(desk);
    const ana = await openPage(address);
    await ready(ana.page);
    const bea = await openPage(`${address}#/es/blog/bread?body.lead.p2`);
    await ready(bea.page);
    await ana.page.locator('.unit .avatar').waitFor();
    await ana.page.locator('#units').focus();
    await ana.page.keyboard.press('a');
    await eventually(() => currentKey(ana.page)).toBe('body.lead.p3');

    await bea.page.locator('#target').fill('Il testo di Bea.');
    desk.edit('es', 'body.lead.p2', 'Il testo di un altro.');
    await bea.page.locator('#target').press('Control+Enter');
    await bea.page.locator('.clash').waitFor();
    expect(await bea.page.locator('.clash dd').allInnerTexts()).toEqual([
      expect.stringContaining('Bea'),
      expect.stringContaining('altro'),
      'Lascia riposare l’impasto fino al raddoppio.',
    ]);
    expect(desk.unitsOf['es']?.[1]?.target).toBe('Il testo di un altro.');
    await bea.page.getByRole('button', { name: 'Go on with mine' }).click();
    await bea.page.locator('#target').press('Control+Enter');
    await eventually(() => desk.unitsOf['es']?.[1]).toMatchObject({ target: 'Il testo di Bea.', state: 'reviewed' });
  });

  it('edits in the article as a reader sees it', async () => {
    const desk = memoryDesk(sampleUnits());
    const { page, faults } = await openPage((await serve(desk)).address);
    await ready(page);
    await page.getByRole('button', { name: 'Article' }).click();
    const article = page.frameLocator('.side-target iframe');
    await article.locator('x-unit[data-state=error]').click();
    await page.locator('.popover #target').fill('Hola, {{name}}: listo.');
    await page.locator('.popover #target').press('Control+Enter');
    await article.locator('x-unit', { hasText: 'Hola, {{name}}: listo.' }).waitFor();
    expect(desk.unitsOf['es']?.[3]).toMatchObject({ state: 'reviewed' });
    await page.getByRole('button', { name: 'List' }).click();
    expect(faults).toEqual([]);
  });
});
