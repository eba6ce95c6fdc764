import type { Page } from 'playwright-core';
import { type Language, localeOf } from '../widget/language';
import { roomWords } from '../widget/words/room';
import { berlin, bookRoom, wednesday } from './appointments';
import { germanContext } from './german_context';
import { signInBrowser } from './session';

interface Walk {
  /** Of the customer, in a context that prefers the language. */
  page: Page;
  /** The origin of a server whose owner has no call within the next hour. */
  origin: string;
  language: Language;
  /** Runs a mutation with an input as the owner. */
  asOwner(mutation: string, input: object): Promise<void>;
}

const edit = (name: string) => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { message } } }`;

/** Leads a customer through every state of the salon's own room, and names each while the page shows it. */
export async function* roomStates({ page, origin, language, asOwner }: Walk): AsyncGenerator<string> {
  const t = await roomWords(language);
  const act = (mutation: string, input: object) => asOwner(edit(mutation), input);
  const press = (name: string, of = page) => of.getByRole('button', { name, exact: true }).click();
  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
  const picture = (selector: string) => page.waitForFunction((of) => (document.querySelector<HTMLVideoElement>(of)?.videoWidth ?? 0) > 0, selector);
  const context = page.context();
  await context.grantPermissions(['camera', 'microphone'], { origin });
  await act('staffVideoLinkSet', { staffId: 'stf_demo-anna', provider: 'VISAVIS' });

  const later = await bookRoom(origin, 50, localeOf(language));
  await page.goto(later.joinUrl);
  await press(t.late.set);
  await press(t.check.start);
  await picture('.preview video');
  yield 'room-closed';
  await page.reload();
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  });
  await press(t.check.start);
  await page.getByText(t.wrong.help).waitFor();
  yield 'room-denied';
  await act('appointmentMove', { id: later.id, start: berlin(wednesday(), '16:00'), override: true });
  await page.locator('.well', { hasText: t.moved('').slice(0, 8) }).waitFor();
  yield 'room-moved';
  await act('appointmentCancel', { id: later.id });
  await heading(t.cancelled.title);
  yield 'room-cancelled';

  const { id, joinUrl } = await bookRoom(origin, 5, localeOf(language));
  await page.goto(joinUrl);
  await heading(t.open.title);
  yield 'room-open';
  await press(t.open.enter);
  await heading(t.waiting.title);
  await act('roomDelay', { appointmentId: id, minutes: 15 });
  await page.locator('p.well').waitFor();
  await picture('.preview video');
  yield 'room-waiting';

  const other = await context.newPage();
  await other.goto(joinUrl);
  await press(t.open.enter, other);
  await press(t.elsewhere.take, other);
  await heading(t.replaced.title);
  yield 'room-replaced';
  await page.reload();
  await press(t.open.enter);
  await heading(t.elsewhere.title);
  yield 'room-elsewhere';
  await press(t.elsewhere.take);
  await heading(t.waiting.title);
  await other.close();

  const staff = await germanContext(context.browser()!);
  await staff.grantPermissions(['camera', 'microphone'], { origin });
  await signInBrowser(staff, origin, 'anna');
  const anna = await staff.newPage();
  await anna.goto(`${origin}/admin/gespraech/${id}`);
  await press('Einlassen', anna);
  await heading(t.call.title('Anna'));
  await picture('.stage .remote');
  yield 'room-call';
  await press(t.call.write);
  await page.getByLabel(t.text.message).fill('Merhaba! Ça va?');
  await page.keyboard.press('Enter');
  await press('Nachrichten, 1 neu', anna);
  await anna.getByLabel('Deine Nachricht').fill('Hallo! Zeig mir bitte einmal deine Haare von der Seite.');
  await anna.keyboard.press('Enter');
  await page.getByRole('listitem').nth(1).waitFor();
  await press('Kamera ausschalten', anna);
  await page.getByText(t.call.noPicture('Anna')).first().waitFor();
  yield 'room-call-text';
  const more = page.getByRole('button', { name: t.call.more, exact: true }); // on small screens
  await ((await more.isVisible()) ? more.click() : undefined);
  await press(t.call.devices);
  await page.locator('.devices select').first().waitFor();
  yield 'room-call-devices';
  await press('Gespräch beenden', anna);
  await heading(t.after.title);
  yield 'room-after';
  await staff.close();
}
