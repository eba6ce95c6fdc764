import type { Browser, BrowserContext } from 'playwright-core';

/** A browser profile of somebody who reads German, and is elsewhere than the salon: no time may depend on that. */
export const germanContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'de-DE', timezoneId: 'America/New_York', viewport: { width: 1280, height: 860 } });
