import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './api';
import { breaches, contrastBreaches } from './axe';
import { bookButton } from './booking_page';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { documentOf, type HostPage, type HostSite, startSite } from './host_site';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

type Place = Page | Locator | FrameLocator;

const preset = 'branch="mitte" service="svc_demo-video-colour"';

/** What a site has for everything on its pages. */
const everything = `<style>
  html { font-size: 62.5%; }
  body { letter-spacing: 4px; text-transform: uppercase; text-align: right; line-height: 3; white-space: pre; word-spacing: 9px; text-indent: 3em;
    font: italic bold 9px/3 Georgia, serif; color: red; text-shadow: 1px 1px red; cursor: crosshair; hyphens: auto; word-break: break-all; }
  * { letter-spacing: 4px; text-align: right; line-height: 3; }
  h1, h2, button, section, div, span { text-transform: uppercase; margin: 40px; }
</style>`;

/** What an element inherits. */
const inherited = [
  'color', 'cursor', 'direction', 'fontSize', 'fontStyle', 'fontWeight', 'hyphens', 'letterSpacing', 'lineHeight', 'textAlign', 'textIndent', 'textShadow', 'textTransform',
  'whiteSpace', 'wordBreak', 'wordSpacing', 'writingMode',
] as const;

async function hold(at: Place) {
  await at.locator('.next').click();
  await at.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
}

async function bundle(file: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, rolldownOptions: { input: join(import.meta.dirname, file) } },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}

describe.skipIf(!hasBrowser)('on the pages of other sites', () => {
  let server: Server;
  let browser: Browser;
  let site: HostSite;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;
  /** What the browser complained about and is to complain about. */
  let expected: RegExp;

  beforeAll(async () => {
    site = await startSite();
    server = await startServer({ VISAVIS_CORS_ORIGINS: site.origin });
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    site.close();
  });

  beforeEach(async () => {
    context = await germanContext(browser);
    seen = watch(context);
    page = await context.newPage();
    expected = /^$/;
    await page.addInitScript(() => {
      const events: string[] = [];
      Object.assign(globalThis, { events });
      for (const name of ['ready', 'step', 'held', 'booked', 'error']) {
        addEventListener(`visavis:${name}`, (event) => events.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`));
      }
    });
  });

  afterEach(async () => {
    expect(await context.cookies()).toEqual([]);
    await context.close();
    expect(seen.complaints.filter((text) => !expected.test(text))).toEqual([]);
  });

  const script = () => `<script src="${server.origin}/embed.js" type="module"></script>`;

  async function open(html: string, policy?: string, from = site) {
    const hosted: HostPage = policy ? { html, policy } : { html };
    from.pages.set('/', hosted);
    await page.goto(from.origin);
  }

  const widget = () => page.locator('visavis-booking');
  const events = () => page.evaluate(() => (globalThis as unknown as { events: string[] }).events);

  let customers = 0;

  async function finish(at: Place) {
    customers += 1; // each has an address, as bookings under one are limited
    await at.getByLabel('Dein Name').fill('Lena Kunde');
    await at.getByLabel('Deine E-Mail-Adresse').fill(`lena-${customers}@kunde.example`);
    await bookButton(at).click();
    await at.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
  }

  async function book(at: Place) {
    await hold(at);
    await finish(at);
  }

  const element = () => `${script()}<visavis-booking ${preset}></visavis-booking>`;
  const framed = () => `${script()}<visavis-booking ${preset} frame></visavis-booking>`;
  const inFrame = () => page.frameLocator('iframe');
  const framePage = () => `${server.origin}/book/mitte?service=svc_demo-video-colour`;

  it.each<[string, () => string, () => Place, string?]>([
    ['a plain page', () => documentOf(element()), widget],
    ['a page with the strictest policy', () => documentOf(element()), widget, 'own'],
    ['a page whose policy forbids to ask us, in a frame', () => documentOf(element()), inFrame, 'frame'],
    ['a page from right to left', () => documentOf(element(), { root: 'lang="ar" dir="rtl"' }), widget],
    ['a page in quirks mode', () => documentOf(element(), { doctype: '', head: everything }), widget],
    ['a page in a frame', () => documentOf(framed(), { head: everything }), inFrame],
    ['a plain iframe', () => documentOf(`<iframe src="${framePage()}" title="Termin" style="width:100%;height:720px"></iframe>`), inFrame],
    ['a sandboxed iframe', () => documentOf(`<iframe sandbox="allow-scripts allow-forms" src="${framePage()}" title="Termin" style="width:100%;height:720px"></iframe>`), inFrame],
    ['a sandbox of a site builder', () => documentOf(`<iframe sandbox="allow-scripts allow-forms" title="HTML" style="width:100%;height:900px" srcdoc='${element()}'></iframe>`), inFrame],
  ])('books on %s', async (_, html, at, policy) => {
    const ours = server.origin;
    const policies: Record<string, string> = {
      own: `default-src 'none'; script-src ${ours}; connect-src ${ours}; style-src 'none'; img-src 'self' data:`,
      frame: `default-src 'none'; script-src ${ours}; frame-src ${ours}; style-src 'none'; img-src 'self' data:`,
    };
    expected = policy === 'frame' ? /Content Security Policy|visavis: .* may not show/ : /^$/;
    await open(html(), policy && policies[policy]);
    await book(at());
    expect(await at().locator('.summary').textContent()).toContain('Farbberatung');
  });

  it('inherits nothing but the font, and keeps the size of text that a person has set', async () => {
    const styles = (of: string) =>
      widget()
        .locator(of)
        .first()
        .evaluate((part, names) => {
          const style = getComputedStyle(part);
          return Object.fromEntries(names.map((name) => [name, style[name]]));
        }, inherited);
    const parts = ['.booking', 'h1', '.next', '.start', '.hint'];
    const looks = [];
    for (const html of [documentOf(element()), documentOf(element(), { head: everything, root: 'lang="ar" dir="rtl"' })]) {
      await open(html);
      await widget().locator('.start').first().waitFor();
      looks.push(await Promise.all(parts.map(styles)));
    }
    expect(looks[1]).toEqual(looks[0]);
    expect(await widget().locator('.start').first().evaluate((part) => getComputedStyle(part).fontFamily)).toBe('Georgia, serif');
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
    await page.reload();
    expect(await widget().locator('.booking').evaluate((part) => getComputedStyle(part).fontSize)).toBe('24px');
  });

  it('sizes its frame once a step, without a jump while the step loads', async () => {
    await open(documentOf(framed().replace(/ service="[^"]*"/, '')));
    const at = inFrame();
    /** What was seen of the frame's height since the last step. */
    const heights = () => page.evaluate(() => (globalThis as unknown as { heights: number[] }).heights.splice(0));
    await page.locator('visavis-booking >> iframe').evaluate((frame) => {
      const noted: number[] = [];
      Object.assign(globalThis, { heights: noted });
      new ResizeObserver(() => noted.push(frame.clientHeight)).observe(frame);
    });
    const isSteady = async (step: string) => {
      const all = await heights();
      const turns = all.filter((height, index) => index > 0 && index + 1 < all.length && Math.sign(height - all[index - 1]!) * Math.sign(height - all[index + 1]!) > 0);
      expect(turns, `${step}: ${all.join(', ')}`).toEqual([]);
      expect(Math.min(...all, 200), step).toBe(200);
    };
    await at.getByRole('button', { name: /Haarschnitt/ }).waitFor();
    await at.getByRole('link', { name: 'Barrierefreiheit' }).waitFor();
    await isSteady('service');
    await at.getByRole('button', { name: /Haarschnitt/ }).click();
    await at.locator('.start').nth(3).waitFor();
    await isSteady('time');
    await at.locator('.next').click();
    await at.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await isSteady('form');
    await finish(at);
    await isSteady('done');
  });

  it('tells the page of each step, without personal data', async () => {
    const told = [];
    for (const html of [element(), framed()]) {
      await open(documentOf(html));
      await book(html.includes('frame') ? inFrame() : widget());
      await expect.poll(async () => (await events()).length).toBe(6);
      told.push((await events()).map((text) => text.replaceAll(/apt_\w+|\d{4}-\S+Z/g, '…')));
    }
    expect(told[0]?.toSorted()).toEqual(
      [
        'ready {"branch":"mitte"}',
        'step {"step":"time"}',
        'held {"start":"…","service":"svc_demo-video-colour"}',
        'step {"step":"details"}',
        'booked {"id":"…","start":"…","service":"svc_demo-video-colour"}',
        'step {"step":"done"}',
      ].toSorted(),
    );
    expect(told[1]?.toSorted()).toEqual(told[0]?.toSorted());
  });

  it('lets React mount, unmount and mount it again, and gives the start back meanwhile', async () => {
    site.pages.set('/react.js', await bundle('react_site.tsx'));
    await page.addInitScript(() => {
      let count = 0;
      for (const [method, step] of [['addEventListener', 1], ['removeEventListener', -1]] as const) {
        const before = window[method].bind(window) as (...given: unknown[]) => void;
        window[method] = (...given: unknown[]) => {
          count += ['focus', 'pagehide', 'pageshow', 'popstate'].includes(String(given[0])) ? step : 0;
          before(...given);
        };
      }
      Object.assign(globalThis, { listeners: () => count });
    });
    const listeners = () => page.evaluate(() => (globalThis as unknown as { listeners(): number }).listeners());
    await open(documentOf(`${script()}<script src="/react.js" type="module"></script>`));
    const toggle = page.getByRole('button', { name: 'Umschalten' });
    await hold(widget());
    await widget().getByLabel('Dein Name').fill('Lena');
    const released = page.waitForRequest((request) => request.postData()?.includes('PT30S') ?? false);
    await toggle.click();
    await released;
    expect(await widget().count()).toBe(0);
    expect(await listeners()).toBe(0);
    await toggle.click();
    await widget().getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    expect(await widget().getByLabel('Dein Name').inputValue()).toBe('Lena');
    await toggle.click();
    await toggle.click();
    await finish(widget());
  });

  it('shows a plain link without scripts', async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await open(documentOf(`${script()}<visavis-booking ${preset}><a href="${framePage()}">Termin buchen</a></visavis-booking>`));
    await page.getByRole('link', { name: 'Termin buchen' }).click();
    await page.waitForURL(framePage());
  });

  it('opens as a dialog that loses nothing', async () => {
    await open(documentOf(`${script()}<button data-visavis-booking="mitte" data-visavis-service="Farbberatung">Jetzt buchen</button>`, { head: everything }));
    const button = page.getByRole('button', { name: 'Jetzt buchen' });
    const dialog = page.getByRole('dialog', { name: 'Jetzt buchen' });
    await button.click();
    await hold(dialog);
    await dialog.getByLabel('Dein Name').fill('Lena');
    expect(await breaches(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((part) => part === document.activeElement)).toBe(true);
    await button.click();
    expect(await dialog.getByLabel('Dein Name').inputValue()).toBe('Lena');
    await finish(dialog);
    await dialog.getByRole('button', { name: 'Schließen' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('finds what a snippet names, and follows its attributes', async () => {
    await open(documentOf(`${script()}<visavis-booking branch="Salon Mitte" service="haarschnitt" staff="ben"></visavis-booking>`));
    await widget().getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    expect(await widget().getByRole('button', { name: /^Ben/ }).getAttribute('aria-pressed')).toBe('true');
    const set = (name: string, value: string) => widget().evaluate((part, [key = '', text = '']) => part.setAttribute(key, text), [name, value]);
    const ground = () => widget().locator('.booking').evaluate((part) => getComputedStyle(part).backgroundColor);
    const light = await ground();
    await set('theme', 'dark');
    expect(await ground()).not.toBe(light);
    await set('theme', 'light');
    expect(await ground()).toBe(light);
    await set('lang', 'en');
    await widget().getByRole('heading', { name: 'What time suits you?' }).waitFor();
    await widget().evaluate((part) => part.removeAttribute('service'));
    await widget().getByRole('heading', { name: 'What would you like to book?' }).waitFor();
  });

  it.each([
    ['branch', 'branch="nirgends"', 'UNKNOWN_BRANCH', '/book/nirgends'],
    ['service', 'branch="mitte" service="Maniküre"', 'UNKNOWN_SERVICE', '/book/mitte'],
    ['staff', 'branch="mitte" staff="stf_nobody"', 'UNKNOWN_STAFF', '/book/mitte'],
  ])('shows a link, and tells the owner of the site of an unknown %s', async (_, attributes, code, path) => {
    expected = /^warning: visavis: there is no /;
    await open(documentOf(`${script()}<visavis-booking ${attributes}></visavis-booking>`));
    const link = widget().getByRole('link', { name: 'Termin buchen' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(server.origin + path);
    await expect.poll(events).toEqual([`error {"code":"${code}"}`]);
    await expect.poll(() => seen.complaints.filter((text) => expected.test(text)).length).toBe(1);
  });

  it.each([
    ['rgb(255, 214, 0)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
    ['oklch(0.3 0.1 200)', '#222', 'rgb(255, 255, 255)'],
    ['rgb(120, 20, 60)', 'rgb(255, 250, 240)', 'rgb(255, 250, 240)'],
  ])('keeps text on %s readable', async (accent, wanted, shown) => {
    await open(documentOf(element(), { head: `<style>visavis-booking { --visavis-accent: ${accent}; --visavis-on-accent: ${wanted} }</style>` }));
    await expect.poll(() => widget().locator('.next').evaluate((part) => getComputedStyle(part).color)).toBe(shown);
  });

  it.each([
    ['rgb(16, 42, 67)', 'rgb(32, 48, 64)', 'rgb(255, 255, 255)'],
    ['rgb(255, 233, 214)', 'rgb(64, 32, 16)', 'rgb(64, 32, 16)'],
    ['rgb(128, 128, 128)', 'white', 'rgb(0, 0, 0)'],
  ])('keeps every text on the ground %s readable', async (ground, wanted, shown) => {
    await open(documentOf(element(), { head: `<style>visavis-booking { --visavis-ground: ${ground}; --visavis-ink: ${wanted} }</style>` }));
    const colors = () => widget().locator('.booking').evaluate((part) => [getComputedStyle(part).backgroundColor, getComputedStyle(part).color]);
    await expect.poll(colors).toEqual([ground, shown]);
    await widget().locator('.start').first().waitFor();
    expect(await contrastBreaches(page)).toEqual([]);
    await hold(widget());
    await bookButton(widget()).click();
    await widget().getByText('Gib deinen Namen ein.').waitFor();
    expect(await contrastBreaches(page)).toEqual([]);
  });

  it('is in a frame where the site is not allowed, and in the page once a manager has allowed it', async () => {
    const other = await startSite();
    try {
      expected = /blocked by CORS policy|net::ERR_FAILED|visavis: http\S+ may not show the booking in the page itself/;
      await open(documentOf(element()), undefined, other);
      await inFrame().locator('.next').waitFor();
      expect(seen.complaints.filter((text) => text.includes('visavis: ')).length).toBe(1);
      const added = await run(server.origin, 'mutation ($input: EmbeddingSiteAddInput!) { embeddingSiteAdd(input: $input) { site { id } userErrors { code } } }', { input: { origin: `${other.origin}/termin` } }, { cookie: sessionOf('clara') });
      expect(added.errors).toBeUndefined();
      await page.reload();
      await book(widget());
    } finally {
      other.close();
    }
  });

  it('needs two round trips until it asks for the salon, and little on the wire', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(server.origin)) {
        asked.push(request.method() === 'POST' ? 'salon' : new URL(request.url()).pathname.replace(/-[\w-]{8}\.js$/, '.js'));
      }
    });
    await open(documentOf(element()));
    await widget().locator('.start').first().waitFor();
    expect(asked.slice(0, 4).toSorted()).toEqual(['/book/assets/mount.js', '/book/assets/shared.js', '/embed.js', 'salon'].toSorted());
    expect(asked[0]).toBe('/embed.js');
    const response = await fetch(`${server.origin}/embed.js`, { redirect: 'manual', headers: { 'accept-encoding': 'gzip' } });
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    expect(Number(response.headers.get('content-length'))).toBeLessThanOrEqual(1_500);
  });
});
