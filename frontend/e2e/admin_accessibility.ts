import type { AdminPage } from './admin_page';
import type { Heading } from './admin_pages';
import { breaches, contrastBreaches } from './axe';

/** How wide the window is, in pixels: a desktop's, and the narrowest that WCAG knows. */
export const widths = [1280, 320] as const;

const colorSchemes = ['light', 'dark'] as const;

type ColorScheme = (typeof colorSchemes)[number];

/** What is wrong with what the app shows, in light and in dark: breaches of WCAG 2.2 AA, and content wider than the window. */
export async function faults(admin: AdminPage, order: readonly ColorScheme[] = colorSchemes): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of order) {
    await admin.color(colorScheme);
    const broken = await (colorScheme === 'light' ? breaches(admin.page) : contrastBreaches(admin.page));
    found.push(...[...broken, ...(await tooWide(admin))].map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

/** What is wrong with a page in both languages, widths and color schemes. Ends in English, in light and in the wide window. */
export async function faultsInEveryView(admin: AdminPage, heading: Heading): Promise<string[]> {
  const found: string[] = [];
  for (const language of ['de', 'en'] as const) {
    await admin.speak(language);
    await admin.heading(heading[language]);
    for (const width of widths) {
      await admin.resize(width);
      // The narrow window begins with the colors in which the wide one ends.
      const order = width === widths[0] ? colorSchemes : colorSchemes.toReversed();
      found.push(...(await faults(admin, order)).map((fault) => `${language}, ${width} pixels, ${fault}`));
    }
    await admin.page.setViewportSize({ width: widths[0], height: 800 });
  }
  return found;
}

async function tooWide({ page }: AdminPage): Promise<string[]> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return excess === 0 ? [] : [`${excess} pixels too wide`];
}
