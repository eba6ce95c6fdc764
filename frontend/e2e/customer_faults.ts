import type { Browser } from 'playwright-core';
import type { Language } from '../widget/language';
import { breaches, breachesOfLanguage, contrastBreaches, judgeAllOf } from './axe';
import { tooSmall } from './booking_page';
import { customerStates } from './customer_states';
import type { Mailbox } from './mailbox';

/**
 * Returns what is wrong with every state of every page of a customer on a phone: breaches of WCAG 2.2 AA, what is too wide or too small, and
 * a wrong language. In German everything is judged, in light and dark; other languages differ by their texts alone.
 */
export async function customerFaults(browser: Browser, origin: string, mailbox: Mailbox, language: Language): Promise<string[]> {
  const context = await browser.newContext({ locale: language, timezoneId: 'Europe/Berlin', viewport: { width: 320, height: 640 } });
  await judgeAllOf(context);
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  for await (const state of customerStates({ page, origin, mailbox, language })) {
    const fail = (faults: string[]) => found.push(...faults.map((fault) => `${state}: ${fault}`));
    if (language === 'de') {
      fail(await breaches(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      fail(await contrastBreaches(page));
      await page.emulateMedia({ colorScheme: 'light' });
    } else {
      fail(await breachesOfLanguage(page));
    }
    const { excess, spoken } = await page.evaluate(() => ({ excess: document.documentElement.scrollWidth - innerWidth, spoken: document.documentElement.lang }));
    fail(await tooSmall(page));
    fail(excess === 0 ? [] : [`${excess} pixels too wide`]);
    fail(spoken === language ? [] : [`speaks ${spoken}`]);
  }
  await context.close();
  return found;
}
