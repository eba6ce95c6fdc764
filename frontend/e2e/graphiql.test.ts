import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from './api';
import { contrastBreaches, violations } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { GraphiQLPage } from './graphiql_page';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const titles = [
  'SignIn',
  'LookAround',
  'Booking1Bookable',
  'SalonOpen1Competency',
  'SalonClosed1Duplicate',
  'VideoOnly1Preview',
  'ScheduleChanged',
  'Programs1Token',
];

/** How many tabs GraphiQL has stored; it does so a while after a change. */
async function storedTabs(page: Page): Promise<number> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}').tabs.length);
}

describe.skipIf(!hasBrowser)('GraphiQL', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let graphiql: GraphiQLPage;
  let seen: Watch;

  // To open it takes longer than what is done in it, so one visit does nearly everything, in order.
  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    seen = watch(context);
    page = await context.newPage();
    graphiql = new GraphiQLPage(page, server.origin);
    await graphiql.open();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  afterEach(() => {
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  it('opens with a tab for each flow', async () => {
    expect(await page.title()).toBe('GraphiQL · Visavis');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await graphiql.tabTitles()).toEqual(titles);
    expect(JSON.parse(await graphiql.text('variables.json'))).toHaveProperty('email', 'clara@salon.example');
  });

  it('shows changes live after the sign-in', async () => {
    await graphiql.openTab('ScheduleChanged');
    await graphiql.execute('ScheduleChanged');
    await expect.poll(graphiql.answer).toContain('UNAUTHENTICATED');
    await graphiql.signIn();
    await graphiql.openTab('ScheduleChanged');
    await graphiql.execute('ScheduleChanged');
    const cookie = sessionOf('clara');
    let room = 0;
    await expect
      .poll(
        async () => {
          await setVideoLink(`https://meet.jit.si/visavis-e2e-${room++}`, cookie);
          return graphiql.answer();
        },
        { interval: 250, timeout: 10_000 },
      )
      .toContain('VIDEO_LINK');
    expect(await graphiql.answer()).toContain('stf_demo-ben');
    await graphiql.stop();
  });

  it('shows the demo salon', async () => {
    await graphiql.openTab('LookAround');
    await graphiql.execute('LookAround');
    await expect.poll(graphiql.answer).toContain('brn_demo-mitte');
    const answer = await graphiql.answer();
    for (const id of ['brn_demo-west', 'stf_demo-anna', 'stf_demo-ella', 'svc_demo-video-care', 'cat_demo-hair']) {
      expect(answer).toContain(id);
    }
  });

  async function setVideoLink(link: string, cookie: string) {
    const mutation =
      'mutation ($link: String!) { staffVideoLinkSet(input: { staffId: "stf_demo-ben", link: $link }) { userErrors { message } } }';
    const answer = await run(server.origin, mutation, { link }, { cookie });
    expect(answer).toEqual({ data: { staffVideoLinkSet: { userErrors: [] } } });
  }

  it.each(['light', 'dark'] as const)('is accessible in %s colors', async (colorScheme) => {
    const check = colorScheme === 'light' ? violations : contrastBreaches;
    await page.emulateMedia({ colorScheme });
    await graphiql.open(); // the editors keep the colors with which they were loaded
    await graphiql.signIn();
    expect(await check(page)).toEqual([]);

    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    expect(await check(page)).toEqual([]);

    await page.getByRole('button', { name: 'Open settings dialog' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await check(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click(); // which is remembered
  });

  it('restores the tabs of a returning user', async () => {
    const own = await browser.newContext();
    const returning = new GraphiQLPage(await own.newPage(), server.origin);
    await returning.open();
    await returning.page.getByRole('button', { name: 'Close Tab' }).first().click();
    await expect.poll(() => returning.tabTitles()).toEqual(titles.slice(1));
    await expect.poll(() => storedTabs(returning.page)).toBe(titles.length - 1);
    await returning.page.evaluate(() => localStorage.setItem('graphiql:variables', '{"of": "another tab"}')); // as if the page were left before they are stored
    await returning.open();
    expect(await returning.tabTitles()).toEqual(titles.slice(1));
    await own.close();
  });
});
