import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './api';
import { bookRoom } from './appointments';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { faultsOf } from './page_faults';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

describe.skipIf(!hasBrowser)('the join link', () => {
  let server: Server;
  let browser: Browser;
  let cookie: string;

  beforeAll(async () => {
    server = await startServer();
    cookie = sessionOf('clara');
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const book = (minutes: number, locale: string) => bookRoom(server.origin, minutes, locale);

  async function cancel(id: string) {
    const mutation = 'mutation ($id: ID!) { appointmentCancel(input: { id: $id }) { userErrors { message } } }';
    const answer = await run(server.origin, mutation, { id }, { cookie });
    expect(answer).toEqual({ data: { appointmentCancel: { userErrors: [] } } });
  }

  async function act(mutation: 'roomAdmit' | 'roomDelay', input: Record<string, unknown>) {
    const type = mutation === 'roomAdmit' ? 'RoomAdmitInput' : 'RoomDelayInput';
    const answer = await run(server.origin, `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { message } } }`, { input }, { cookie });
    expect(answer).toEqual({ data: { [mutation]: { userErrors: [] } } });
  }

  it('waits', async () => {
    const german = await book(60, 'DE');
    expect(await faultsOf(browser, { address: german.joinUrl, language: 'de', heading: 'Dein Video-Termin' })).toEqual([]);
    const english = await book(180, 'EN');
    expect(await faultsOf(browser, { address: english.joinUrl, language: 'en', heading: 'Your video appointment' })).toEqual([]);
  });

  it('says that an appointment is over', async () => {
    const past = await book(-120, 'DE');
    expect(await faultsOf(browser, { address: past.joinUrl, language: 'de', heading: 'Dieser Termin ist vorbei' })).toEqual([]);
  });

  it('says that an appointment was cancelled', async () => {
    const cancelled = await book(300, 'DE');
    await cancel(cancelled.id);
    expect(await faultsOf(browser, { address: cancelled.joinUrl, language: 'de', heading: 'Dieser Termin wurde abgesagt' })).toEqual([]);
  });

  it('says that a link is unknown', async () => {
    expect(await faultsOf(browser, { address: `${server.origin}/join/unknown`, language: 'de', heading: 'Termin nicht gefunden' })).toEqual([]);
  });

  const room = 'https://meet.jit.si/visavis-demo-anna';

  it('leads into the room by a button, and shows the room to nobody before', async () => {
    const { id, joinUrl } = await book(5, 'DE');
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(joinUrl, { method, redirect: 'manual' });
      expect([response.status, response.headers.get('location'), response.headers.get('referrer-policy')]).toEqual([200, null, 'no-referrer']);
      expect(await response.text()).not.toContain('jit.si');
    }
    expect(await faultsOf(browser, { address: joinUrl, language: 'de', heading: 'Der Raum ist offen' })).toEqual([]);

    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(joinUrl);
    // The policy of the page must permit the redirect, too.
    const entered = page.waitForRequest(room);
    await page.getByRole('button', { name: 'Raum betreten' }).click();
    const request = await entered;
    expect([request.method(), request.redirectedFrom()?.method(), request.headers()['referer']]).toEqual(['GET', 'POST', undefined]);
    await context.close();
    await cancel(id);
  });

  it('keeps the next customer out until staff say otherwise', async () => {
    const first = await book(5, 'DE');
    const second = await book(31, 'DE');
    const context = await browser.newContext({ locale: 'de' });
    const page = await context.newPage();
    await page.goto(second.joinUrl);
    await page.getByText('nach dem vorherigen Gespräch').waitFor();
    await act('roomDelay', { appointmentId: second.id, minutes: 5 });
    await page.getByText('Dein Gespräch beginnt später.').waitFor();
    expect(await faultsOf(browser, { address: second.joinUrl, language: 'de', heading: 'Dein Video-Termin' })).toEqual([]);
    await act('roomAdmit', { appointmentId: second.id });
    await page.getByRole('button', { name: 'Raum betreten' }).waitFor();
    await page.goto(first.joinUrl);
    await page.getByRole('heading', { name: 'Dein Video-Termin' }).waitFor();
    await context.close();
    await cancel(first.id);
    await cancel(second.id);
  });
});
