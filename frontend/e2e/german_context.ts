import type { Browser, BrowserContext } from 'playwright-core';

/** A browser profile in German, in another time zone than the salon: no time may depend on that. */
export const germanContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'de-DE', timezoneId: 'America/New_York', viewport: { width: 1280, height: 860 } });
