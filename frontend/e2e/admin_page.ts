import type { BrowserContext, Page } from 'playwright-core';
import { password } from './api';
import type { Person } from './demo_salon';
import { signInBrowser } from './session';

/** What the app's router has to offer here. */
interface Router {
  subscribe(event: 'onRendered', listener: () => void): () => void;
  navigate(to: { href: string }): Promise<void>;
}

/** The admin app in a browser, as people use it. */
export class AdminPage {
  constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Opens the app in a new tab. */
  static async open(context: BrowserContext, origin: string, path = '/'): Promise<AdminPage> {
    const admin = new AdminPage(await context.newPage(), origin);
    await admin.goto(path);
    return admin;
  }

  /** Opens the app in a new tab, signed in to the demo salon. */
  static async signedIn(context: BrowserContext, origin: string, person: Person = 'clara', path = '/'): Promise<AdminPage> {
    await signInBrowser(context, origin, person);
    const admin = await AdminPage.open(context, origin, path);
    await admin.isSignedIn();
    return admin;
  }

  async goto(path: string) {
    await this.page.goto(`${this.origin}/admin${path}`);
  }

  /** Goes to another page of the app without loading it again, which takes much longer, and waits until it is rendered. */
  async follow(path: string) {
    if (this.page.url() === `${this.origin}/admin${path}`) {
      return;
    }
    if (path.startsWith('/gespraech/')) {
      await this.goto(path); // the page of a call is a document of its own, and would load itself again
      await this.isLoaded();
      return;
    }
    await this.page.evaluate(async (href) => {
      const { __TSR_ROUTER__: router } = globalThis as unknown as { __TSR_ROUTER__: Router };
      await new Promise<void>((resolve) => {
        const unsubscribe = router.subscribe('onRendered', () => {
          unsubscribe();
          resolve();
        });
        void router.navigate({ href });
      });
    }, `/admin${path}`);
    await this.isLoaded();
  }

  /** Signs in by the form. */
  async signIn(person: Person) {
    await this.page.getByLabel('E-Mail').fill(`${person}@salon.example`);
    await this.page.getByRole('textbox', { name: 'Passwort' }).fill(password);
    await this.page.getByRole('button', { name: 'Anmelden' }).click();
    await this.isSignedIn();
  }

  async isSignedIn() {
    await this.page.getByRole('button', { name: 'Abmelden' }).first().waitFor();
  }

  /** The language that the app speaks. */
  async language(): Promise<'de' | 'en'> {
    return (await this.page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'de';
  }

  /** Changes to a language by its button, in a window that is wide enough to show it. */
  async speak(language: 'de' | 'en') {
    if ((await this.language()) !== language) {
      await this.page.getByRole('button', { name: language === 'de' ? 'Deutsch' : 'English' }).first().click();
    }
  }

  /** Changes what the device prefers, which the app follows. */
  async color(colorScheme: 'light' | 'dark') {
    await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await this.page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    await this.becomesStill();
  }

  async resize(width: number) {
    await this.page.setViewportSize({ width, height: 800 });
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await this.isLoaded();
    await this.becomesStill();
  }

  /** Goes to a section by the sidebar. */
  async section(name: string) {
    await this.page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name, exact: true }).click();
    await this.heading(name);
  }

  /** Waits until the page with this heading is there, and nothing of it is still on its way. */
  async heading(name: string | RegExp) {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
    await this.isLoaded();
  }

  /** Ends all that moves or changes its color: to wait for it takes frames that nobody looks at. */
  private async becomesStill() {
    await this.page.evaluate(() => {
      const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      passing.forEach((animation) => animation.finish());
    });
  }

  /** Waits until nothing of the page is on its way. */
  async isLoaded() {
    await this.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  async tab(name: string) {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** The notice that tells what was done. */
  notice(text: string) {
    return this.page.getByRole('alert').filter({ hasText: text });
  }
}
