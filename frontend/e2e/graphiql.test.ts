import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './api';
import { violations } from './axe';
import { hasBrowser, startBrowser, type Watch, watch } from './browser';
import { type Server, startServer } from './server';

const titles = ['LookAround', 'Booking1Bookable', 'SalonOpen1Competency', 'SalonClosed1Duplicate', 'VideoOnly1Preview', 'ScheduleChanged'];

describe.skipIf(!hasBrowser)('GraphiQL', () => {
  let server: Server;
  let browser: Browser;
  let screenshots: string;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;

  beforeAll(async () => {
    screenshots = await mkdtemp(join(tmpdir(), 'visavis-screenshots-'));
    console.info(`Screenshots: ${screenshots}`);
    server = await startServer();
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    seen = watch(context);
    page = await context.newPage();
    await open();
  });

  afterEach(async () => {
    await context.close();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  /** Opens the page, and waits until the editors and the schema are there. */
  async function open() {
    const schema = page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await page.goto(`${server.origin}/graphiql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await schema;
  }

  function tab(name: string) {
    return page.getByRole('tab').getByRole('button', { name, exact: true });
  }

  async function tabTitles(): Promise<string[]> {
    return page.locator('.graphiql-tab-button').allTextContents();
  }

  /** How many tabs GraphiQL has stored; it does so a while after a change. */
  async function storedTabs(): Promise<number> {
    return page.evaluate(() => JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}').tabs.length);
  }

  async function execute(operation: string) {
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.getByRole('menuitem', { name: operation, exact: true }).click();
  }

  /** The whole text of an editor, of which the page shows but a part. */
  async function text(editor: 'operation.graphql' | 'variables.json' | 'response.json'): Promise<string> {
    return page.evaluate((file) => {
      interface Model {
        uri: { path: string };
        getValue(): string;
      }
      const { __MONACO: monaco } = globalThis as unknown as { __MONACO: { editor: { getModels(): Model[] } } };
      return monaco.editor.getModels().find(({ uri }) => uri.path.endsWith(file))?.getValue() ?? '';
    }, editor);
  }

  it('opens with a tab for each flow', async () => {
    expect(await page.title()).toBe('GraphiQL · Visavis');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await tabTitles()).toEqual(titles);
    expect(JSON.parse(await text('variables.json'))).toHaveProperty('branchId', 'brn_demo-mitte');
  });

  it('shows the demo salon', async () => {
    await execute('LookAround');
    await expect.poll(() => text('response.json')).toContain('brn_demo-mitte');
    const answer = await text('response.json');
    for (const id of ['brn_demo-west', 'stf_demo-anna', 'stf_demo-ella', 'svc_demo-video-care', 'cat_demo-hair']) {
      expect(answer).toContain(id);
    }
    await page.screenshot({ path: join(screenshots, 'look-around.png') });
  });

  it('shows changes live', async () => {
    await tab('ScheduleChanged').click();
    await execute('ScheduleChanged');
    let room = 0;
    await expect
      .poll(
        async () => {
          await setVideoLink(`https://meet.jit.si/visavis-e2e-${room++}`);
          return text('response.json');
        },
        { interval: 250, timeout: 10_000 },
      )
      .toContain('VIDEO_LINK');
    expect(await text('response.json')).toContain('stf_demo-ben');
    await page.getByRole('button', { name: /^Stop query/ }).click();
  });

  async function setVideoLink(link: string) {
    const mutation =
      'mutation ($link: String!) { staffVideoLinkSet(input: { staffId: "stf_demo-ben", link: $link }) { userErrors { message } } }';
    const answer = await run(server.origin, mutation, { link });
    expect(answer).toEqual({ data: { staffVideoLinkSet: { userErrors: [] } } });
  }

  it('keeps the tabs of a returning user', async () => {
    await page.getByRole('button', { name: 'Close Tab' }).first().click();
    await expect.poll(tabTitles).toEqual(titles.slice(1));
    await expect.poll(storedTabs).toBe(titles.length - 1);
    await open();
    expect(await tabTitles()).toEqual(titles.slice(1));
  });

  it.each(['light', 'dark'] as const)('is accessible in %s colors', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await execute('LookAround');
    await expect.poll(() => text('response.json')).toContain('brn_demo-mitte');
    await page.screenshot({ path: join(screenshots, `${colorScheme}.png`) });
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    await page.screenshot({ path: join(screenshots, `${colorScheme}-documentation.png`) });
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Open settings dialog' }).click();
    await page.getByRole('dialog').waitFor();
    await page.screenshot({ path: join(screenshots, `${colorScheme}-settings.png`) });
    expect(await violations(page)).toEqual([]);
  });
});
