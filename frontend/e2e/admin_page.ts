import type { BrowserContext, Page } from 'playwright-core';

/** What people write to sign in to the demo salon. */
export const password = 'visavis-demo';

/** How long one waits for something on the page, in milliseconds: less than a test may take, so that it is told what was missing. */
const longest = 12_000;

/** The admin app in a browser, as people use it. */
export class AdminPage {
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Opens the app in a new tab. */
  static async open(context: BrowserContext, origin: string, path = '/'): Promise<AdminPage> {
    const admin = new AdminPage(await context.newPage(), origin);
    admin.page.setDefaultTimeout(longest);
    await admin.goto(path);
    return admin;
  }

  /** Opens the app in a new tab, as somebody of the demo salon. */
  static async signedIn(context: BrowserContext, origin: string, email = 'clara@salon.example', path = '/'): Promise<AdminPage> {
    const admin = await AdminPage.open(context, origin, path);
    await admin.signIn(email);
    return admin;
  }

  async goto(path: string) {
    await this.page.goto(`${this.origin}/admin${path}`);
  }

  async signIn(email: string) {
    await this.page.getByLabel('E-Mail').fill(email);
    await this.page.getByRole('textbox', { name: 'Passwort' }).fill(password);
    await this.page.getByRole('button', { name: 'Anmelden' }).click();
    await this.page.getByRole('button', { name: 'Abmelden' }).first().waitFor();
  }

  /** Changes to a language, which the browser keeps. */
  async speak(language: 'de' | 'en') {
    await this.page.evaluate((chosen) => localStorage.setItem('visavis-language', chosen), language);
  }

  /** Goes to a section by the sidebar. */
  async section(name: string) {
    await this.page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name, exact: true }).click();
    await this.heading(name);
  }

  /** Waits until the page with this heading is there, and nothing of it is still on its way. */
  async heading(name: string | RegExp) {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
    await this.page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
  }

  async tab(name: string) {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** The notice that tells what was done. */
  notice(text: string) {
    return this.page.getByRole('alert').filter({ hasText: text });
  }
}
