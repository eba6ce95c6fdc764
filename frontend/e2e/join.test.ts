import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, signIn } from './api';
import { violations } from './axe';
import { hasBrowser, startBrowser, watch } from './browser';
import { type Server, startServer } from './server';

const minute = 60_000;

describe.skipIf(!hasBrowser)('the join link', () => {
  let server: Server;
  let browser: Browser;
  let screenshots: string;
  let cookie: string;

  beforeAll(async () => {
    screenshots = await mkdtemp(join(tmpdir(), 'visavis-screenshots-'));
    console.info(`Screenshots: ${screenshots}`);
    server = await startServer();
    cookie = await signIn(server.origin);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Books a video consultation that begins so many minutes from now, and gives its ID and join link. */
  async function book(minutes: number, locale: string): Promise<{ id: string; joinUrl: string }> {
    const start = new Date(Math.floor(Date.now() / minute + minutes) * minute).toISOString().replace('.000', '');
    const mutation = `mutation ($start: Instant!, $locale: Locale!) {
      appointmentBookByStaff(input: {
        branchId: "brn_demo-mitte", serviceId: "svc_demo-video-care", staffId: "stf_demo-anna", start: $start, override: true,
        customer: { name: "Carla Kunde", locale: $locale }
      }) { appointment { id joinUrl } userErrors { message } } }`;
    const answer = await run(server.origin, mutation, { start, locale }, { cookie });
    const payload = answer.data?.['appointmentBookByStaff'] as { appointment: { id: string; joinUrl: string } } | undefined;
    if (!payload) {
      throw new TypeError(JSON.stringify(answer));
    }
    return payload.appointment;
  }

  async function cancel(id: string) {
    const mutation = 'mutation ($id: ID!) { appointmentCancel(input: { id: $id }) { userErrors { message } } }';
    const answer = await run(server.origin, mutation, { id }, { cookie });
    expect(answer).toEqual({ data: { appointmentCancel: { userErrors: [] } } });
  }

  /** Opens the link in all colors and on a narrow screen, and gives what is wrong with what it shows. */
  async function faults(name: string, address: string, language: string, heading: string): Promise<string[]> {
    const views = [
      { colorScheme: 'light', width: 1024 },
      { colorScheme: 'dark', width: 1024 },
      { colorScheme: 'light', width: 320 },
    ] as const;
    const found: string[] = [];
    for (const { colorScheme, width } of views) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 720 }, locale: language });
      const seen = watch(context);
      const page = await context.newPage();
      await page.goto(address);
      await page.screenshot({ path: join(screenshots, `${name}-${colorScheme}-${width}.png`) });
      const shown = await page.evaluate(() => ({
        language: document.documentElement.lang,
        heading: document.querySelector('h1')?.textContent,
        scrolls: document.documentElement.scrollWidth > window.innerWidth,
      }));
      if (shown.language !== language || shown.heading !== heading || shown.scrolls) {
        found.push(`${colorScheme}, ${width} px: ${JSON.stringify(shown)}`);
      }
      found.push(...(await violations(page)), ...seen.complaints.filter((text) => !text.includes('Failed to load resource')));
      found.push(...[...seen.hosts].filter((host) => host !== new URL(server.origin).host));
      await context.close();
    }
    return found;
  }

  it('waits', async () => {
    const german = await book(60, 'DE');
    expect(await faults('waiting', german.joinUrl, 'de', 'Dein Video-Termin')).toEqual([]);
    const english = await book(180, 'EN');
    expect(await faults('waiting-english', english.joinUrl, 'en', 'Your video appointment')).toEqual([]);
  });

  it('says that an appointment is over', async () => {
    const past = await book(-120, 'DE');
    expect(await faults('over', past.joinUrl, 'de', 'Dieser Termin ist vorbei')).toEqual([]);
  });

  it('says that an appointment was cancelled', async () => {
    const cancelled = await book(300, 'DE');
    await cancel(cancelled.id);
    expect(await faults('cancelled', cancelled.joinUrl, 'de', 'Dieser Termin wurde abgesagt')).toEqual([]);
  });

  it('knows what is no link', async () => {
    expect(await faults('unknown', `${server.origin}/join/unknown`, 'de', 'Hier ist kein Termin')).toEqual([]);
  });

  it('leads into the room', async () => {
    const now = await book(5, 'DE');
    const response = await fetch(now.joinUrl, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('https://meet.jit.si/visavis-demo-anna');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await response.text()).toBe('');
  });
});
