/** Chromium for tests of the page: Debian's, driven over its own protocol. What is missing is said, not passed over in silence. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, describe, expect, onTestFinished } from 'vitest';
import { findChromium } from '../../scripts/review/obtain-chromium.ts';
import { serveReview, type ReviewServer, type ServerOptions } from '../../scripts/review/server.ts';
import type { ReviewDesk } from '../../scripts/review/desk.ts';
import { REPOSITORY } from '../commands/temporary-project.ts';

/** Where it is, or undefined. */
export const CHROMIUM = findChromium(process.env);

export const PAGE_FOLDER = join(REPOSITORY, '.build', 'review', 'page');

/** Tests that need Chromium: without it they are left out, and the report says what is missing and how to get it. */
export function describeInChromium(title: string, tests: () => void): void {
  const left = `${title} (left out: Chromium is missing; on Debian: sudo apt-get install chromium)`;
  describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? left : title, tests);
}

let launched: { context: BrowserContext; profile: string } | undefined;

async function browser(): Promise<BrowserContext> {
  if (launched === undefined) {
    const profile = mkdtempSync(join(tmpdir(), 'glossa-chromium-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM ?? '',
      headless: true,
      viewport: null,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    launched = { context, profile };
  }
  return launched.context;
}

afterAll(async () => {
  if (launched === undefined) return;
  await launched.context.close();
  rmSync(launched.profile, { recursive: true, force: true });
  launched = undefined;
});

/** Expects something to become true; a busy machine takes its time. */
export const eventually = <Value>(look: () => Value) => expect.poll(look, { timeout: 15_000 });

/** Serves a desk for one test. */
export async function serve(desk: ReviewDesk, options: Partial<ServerOptions> = {}): Promise<ReviewServer> {
  const notes: string[] = [];
  const server = await serveReview(desk, {
    host: '127.0.0.1',
    port: 0,
    token: undefined,
    page: PAGE_FOLDER,
    note: (line) => notes.push(line),
    ...options,
  });
  onTestFinished(async () => {
    await server.close();
    if (notes.length > 0) throw new Error(notes.join('\n'));
  });
  return server;
}

export interface Opened {
  readonly page: Page;
  /** What the browser complained of: refused by the policy, thrown, asked of another host. */
  readonly faults: string[];
}

/** Opens a page of a server, at 1280 pixels unless said otherwise. */
export async function openPage(
  address: string,
  { width = 1280, height = 800, dark = false }: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Opened> {
  const page = await (await browser()).newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('409 (Conflict)')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== new URL(address).host) faults.push(`asked ${request.url()}`);
  });
  onTestFinished(() => page.close());
  await page.goto(address);
  return { page, faults };
}
