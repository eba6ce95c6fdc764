import type { AdminPage } from './admin_page';
import type { Heading } from './admin_pages';
import { breaches, contrastBreaches } from './axe';

/** How wide the window is, in pixels: a desktop's, and the narrowest that WCAG knows. */
export const widths = [1280, 320] as const;

/** What is wrong with what the app shows, in light and in dark: breaches of WCAG 2.2 AA, and content wider than the window. */
export async function faults(admin: AdminPage): Promise<string[]> {
  await admin.color('light');
  const light = [...(await breaches(admin.page)), ...(await tooWide(admin))];
  await admin.color('dark');
  const dark = [...(await contrastBreaches(admin.page)), ...(await tooWide(admin))];
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** What is wrong with a page in both languages, widths and color schemes. Ends in English and in the wide window. */
export async function faultsInEveryView(admin: AdminPage, heading: Heading): Promise<string[]> {
  const found: string[] = [];
  for (const language of ['de', 'en'] as const) {
    await admin.speak(language);
    await admin.heading(heading[language]);
    for (const width of widths) {
      await admin.resize(width);
      found.push(...(await faults(admin)).map((fault) => `${language}, ${width} pixels: ${fault}`));
    }
    await admin.resize(widths[0]);
  }
  return found;
}

async function tooWide({ page }: AdminPage): Promise<string[]> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return excess === 0 ? [] : [`${excess} pixels too wide`];
}
