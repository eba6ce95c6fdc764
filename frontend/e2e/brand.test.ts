import { describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { breaches, contrastBreaches } from './axe';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { customerOfEachTest } from './own_server';
import { sessionOf } from './session';

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 72"><rect width="240" height="72" fill="#b3267a"/><script>document.title = 'hacked'</script></svg>`;

/** A PNG of one pixel. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

describe.skipIf(!hasBrowser)('the logo and the color of a salon', () => {
  const customer = customerOfEachTest();

  it('are chosen in the settings, readable in both schemes, and shown to customers', async () => {
    const { page, server } = customer;
    const owner = { cookie: sessionOf('anna') };
    const { data } = await run(server.origin, 'mutation ($input: PictureAddInput!) { pictureAdd(input: $input) { picture { id } } }', { input: { content: dot } }, owner);
    const { picture } = (data as { pictureAdd: { picture: { id: string } } }).pictureAdd;
    for (const id of ['stf_demo-anna', 'stf_demo-ben', 'stf_demo-clara']) {
      await run(server.origin, 'mutation ($input: StaffUpdateInput!) { staffUpdate(input: $input) { userErrors { message } } }', { input: { id, photoId: picture.id } }, owner);
    }
    const browser = page.context().browser();
    if (!browser) {
      throw new Error('The page has no browser.');
    }
    const ofStaff = await germanContext(browser);
    const admin = await AdminPage.signedIn(ofStaff, server.origin, 'clara', '/einstellungen?bereich=auftritt');
    await admin.page.locator('input[type=file]').setInputFiles({ name: 'logo.gif', mimeType: 'image/gif', buffer: Buffer.from('GIF89a') });
    await admin.page.getByText('Das Bild lässt sich nicht zeigen.').waitFor();
    await admin.page.locator('input[type=file]').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(logo) });
    await admin.page.getByAltText('Logo').waitFor();
    await admin.page.getByLabel('Farbe', { exact: true }).fill('#ffd400');
    await admin.page.keyboard.press('Tab');
    await admin.page.getByText('Auf dunklem Grund: #ffd400').waitFor();
    expect(await breaches(admin.page)).toEqual([]);

    await page.goto(`${server.origin}/book/`);
    await page.getByRole('link', { name: 'Salon Mitte' }).click();
    await page.getByRole('img', { name: 'Salon Mitte' }).waitFor();
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByText('Nächster freier Termin').waitFor();
    // Nothing jumps when the photos come.
    expect(await page.locator('.chip .photo').first().evaluate((one) => [one.clientWidth, one.clientHeight])).toEqual([32, 32]);
    expect(await page.title()).toBe('Termin buchen · Salon Mitte');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await contrastBreaches(page)).toEqual([]);
    }

    await page.getByRole('button', { name: /^Nächster freier Termin/ }).click();
    const photo = page.locator('.photo');
    await photo.waitFor();
    expect(await photo.evaluate((image) => (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalWidth))).toBe(1);

    await admin.page.getByRole('button', { name: 'Entfernen: Logo' }).click();
    await admin.page.getByAltText('Logo').waitFor({ state: 'detached' });
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).click();
    await admin.page.getByAltText('Logo').waitFor();
    await ofStaff.close();
  });

  it('are no condition of choosing a branch by keyboard, on a narrow screen', async () => {
    const { page, server } = customer;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(server.origin);
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('link', { name: 'Für das Team: anmelden' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.origin}/book/mitte`);
  });
});
