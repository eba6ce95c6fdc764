import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from '../admin_page';
import { berlin, bookByStaff, wednesday } from '../appointments';
import { connectBrowser } from '../browser';
import { germanContext } from '../german_context';
import { type Server, startServer } from '../server';
import { report } from './report';

/** How often each is measured: the median counts. */
const times = 5;

/** How many milliseconds pass from a change until it is shown. */
async function passed(change: Promise<void>, shown: Locator): Promise<number> {
  const started = performance.now();
  await Promise.all([change, shown.waitFor()]);
  return Math.round(performance.now() - started);
}

const cell = ({ page }: AdminPage, is: string) => page.getByRole('switch', { name: `${is} – Clara: Video-Beratungen` });
const nora = ({ page }: AdminPage, time: string) => page.getByRole('button', { name: new RegExp(`Nora Albrecht ${time}`) });

describe('a change that another browser shows', () => {
  let server: Server;
  let browser: Browser;
  let mine: BrowserContext;
  let theirs: BrowserContext;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
    mine = await germanContext(browser);
    theirs = await germanContext(browser);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Opens the same page in both browsers. */
  const open = (path: string) =>
    Promise.all([
      AdminPage.signedIn(mine, server.origin, 'clara', path),
      AdminPage.signedIn(theirs, server.origin, 'anna', path),
    ]);

  it('competency', async () => {
    const [here, there] = await open('/kompetenzen');
    const values: number[] = [];
    for (let [from, to] = ['Nein', 'Ja']; values.length < times; [from, to] = [to, from]) {
      await cell(there, from).waitFor();
      values.push(await passed(cell(here, from).click(), cell(there, to)));
    }
    report({ name: 'LiveChange/competency', values, unit: 'ms', target: 'at most 1000' });
    expect(values).toHaveLength(times);
  });

  it('appointment', async () => {
    const day = wednesday();
    await bookByStaff(server.origin, { start: berlin(day, '10:00') });
    const path = `/kalender?datum=${day}`;
    const [here, there] = await open(path);
    const values: number[] = [];
    for (const [from, to] of [['10:00', '10:15'], ['10:15', '10:30'], ['10:30', '10:45'], ['10:45', '11:00'], ['11:00', '11:15']] as const) {
      await nora(there, from).waitFor();
      values.push(await passed(nora(here, from).press('Alt+ArrowDown'), nora(there, to)));
    }
    report({ name: 'LiveChange/appointment', values, unit: 'ms', target: 'at most 1500' });
    expect(values).toHaveLength(times);
  });
});
