import { type ElementHandle, launch } from 'puppeteer-core';
import { keepConnections } from './call_media';
import { type Engine, type EnginePage, longest, type Scheme } from './engine';
import { noteComplaints } from './noted_complaints';
import { find } from './sought';

const executablePath = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';

const viewport = { width: 1280, height: 860 };

/** A camera and a microphone that are made up, about which nobody is asked, and calls within this machine. */
const devices = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

/** Firefox, driven by WebDriver BiDi. */
export const firefox: Engine = { name: 'Firefox', programs: [executablePath], narrowest: 320, calls: true, start };

async function start(scheme: Scheme): Promise<EnginePage> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    timeout: longest,
    protocolTimeout: longest,
    defaultViewport: viewport,
    env: { ...process.env, TZ: 'America/New_York' },
    extraPrefsFirefox: { 'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1, ...devices },
  });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(noteComplaints);
  await page.evaluateOnNewDocument(keepConnections() as never); // by its type it takes functions only
  return {
    async open(address) {
      await page.goto(address, { timeout: longest });
    },
    async find(sought) {
      const handle = await page.evaluateHandle(find, sought);
      const element = handle.asElement() as ElementHandle<HTMLElement> | null;
      if (!element) {
        return undefined;
      }
      return {
        click: () => element.click(),
        type: (text) => element.type(text),
        run: (script) => element.evaluate(script) as Promise<ReturnType<typeof script>>,
      };
    },
    resize: (width) => page.setViewport({ ...viewport, width }),
    run: (script) => page.evaluate(script) as Promise<Awaited<ReturnType<typeof script>>>,
    close: () => browser.close(),
  };
}
