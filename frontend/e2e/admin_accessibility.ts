import type { AdminPage } from './admin_page';
import type { Heading } from './admin_pages';
import { breaches, breachesOfLanguage, contrastBreaches } from './axe';

/** How wide the window is, in pixels: a desktop's, and the narrowest that WCAG knows. */
const widths = [1280, 320] as const;

const colorSchemes = ['light', 'dark'] as const;

type ColorScheme = (typeof colorSchemes)[number];

/**
 * Returns the faults of what the app shows in both color schemes: breaches of WCAG 2.2 AA, and content wider than the window. Rules that
 * do not judge colors are checked once.
 */
export async function faults(admin: AdminPage, order: readonly ColorScheme[] = colorSchemes): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of order) {
    await admin.color(colorScheme);
    const broken = await (colorScheme === 'light' ? breaches(admin.page) : contrastBreaches(admin.page));
    found.push(...broken.map((fault) => `${colorScheme}: ${fault}`));
  }
  return [...found, ...(await tooWide(admin))];
}

/** Returns the faults in both widths and color schemes. The window ends narrow. */
export async function faultsInEveryWidth(admin: AdminPage): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await admin.resize(width);
    // The narrow window begins with the colors in which the wide one ends.
    const order = width === widths[0] ? colorSchemes : colorSchemes.toReversed();
    found.push(...(await faults(admin, order)).map((fault) => `${width} pixels, ${fault}`));
  }
  return found;
}

/**
 * Returns the faults of a page in both languages, widths and color schemes. Colors are those of the other language. The app ends in the
 * language in which it does not begin, since to change it takes long, in light and in the wide window.
 */
export async function faultsInEveryView(admin: AdminPage, heading: Heading): Promise<string[]> {
  const first = await admin.language();
  await admin.heading(heading[first]);
  const found = (await faultsInEveryWidth(admin)).map((fault) => `${first}, ${fault}`);
  const second = first === 'de' ? 'en' : 'de';
  await admin.resize(widths[0]);
  await admin.speak(second);
  await admin.heading(heading[second]);
  found.push(...(await breachesOfLanguage(admin.page)).map((fault) => `${second}, ${fault}`));
  for (const width of widths.toReversed()) {
    await admin.resize(width);
    found.push(...(await tooWide(admin)).map((fault) => `${second}, ${width} pixels: ${fault}`));
  }
  return found;
}

async function tooWide({ page }: AdminPage): Promise<string[]> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return excess === 0 ? [] : [`${excess} pixels too wide`];
}
