import type { Page } from 'playwright-core';
import { formatOf } from '../widget/format';
import { type Language, localeOf } from '../widget/language';
import { bookingWords } from '../widget/words/booking';
import { closingWords } from '../widget/words/closing';
import { manageWords } from '../widget/words/manage';
import { run } from './api';
import { berlin, bookByStaff, bookRoom, wednesday } from './appointments';
import { startAt } from './booking_page';
import { type Mailbox, mailed } from './mailbox';
import { roomStates } from './room_states';
import { sessionOf } from './session';

const confirmLink = /http:\/\/\S+\/confirm\/\w+/;
const cancelMutation = 'mutation ($input: AppointmentCancelInput!) { appointmentCancel(input: $input) { userErrors { message } } }';
const dataLink = /http:\/\/\S+\/data\/\w+/;

interface Walk {
  /** In a context that prefers the language. */
  page: Page;
  /** The origin of a server with the demo salon, in which nothing was booked. */
  origin: string;
  /** Where the server sends its mails. */
  mailbox: Mailbox;
  language: Language;
}

/**
 * Leads a customer through every state of every page, and names each while the page shows it: first the steps of a booking, then what the
 * links in mails lead to. A state in which something merely waits passes by.
 */
export async function* customerStates({ page, origin, mailbox, language }: Walk): AsyncGenerator<string> {
  const [t, closing, manage] = await Promise.all([bookingWords(language), closingWords(language), manageWords(language)]);
  const day = formatOf(language, { timeZone: 'Europe/Berlin', timeZoneAliases: [] }).day(wednesday());
  const booking = `${origin}/book/mitte?lang=${language}`;
  const withAnna = `${booking}&service=svc_demo-video-colour&staff=stf_demo-anna`;
  async function asOwner(mutation: string, input: object = {}) {
    const answer = await run(origin, mutation, { input }, { cookie: sessionOf('anna') });
    if (JSON.stringify(answer).includes('"message"')) {
      throw new TypeError(JSON.stringify(answer));
    }
  }
  const asksConfirmation = (when: 'OFF' | 'ALWAYS') =>
    asOwner(`mutation { branchUpdate(input: { id: "brn_demo-mitte", bookingRules: { confirmBookings: ${when} } }) { userErrors { message } } }`);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
  const linkOf = async (name: string) => (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
  const submit = () => page.locator('form button').last().click();

  async function booked() {
    const query = 'query ($day: LocalDate!) { appointments(branchId: "brn_demo-mitte", from: $day, to: $day, statuses: [CONFIRMED]) { nodes { id version contact { email } } } }';
    const { data } = await run(origin, query, { day: wednesday() }, { cookie: sessionOf('anna') });
    return (data!['appointments'] as { nodes: { id: string; version: number; contact: { email: string | null } | null }[] }).nodes;
  }
  /** Cancels whatever the customer has booked. */
  async function cancelAll() {
    for (const { id } of await booked()) {
      await asOwner(cancelMutation, { id });
    }
  }
  /** Offers other times for the customer's appointment, or withdraws them. */
  async function rearrange(step: object) {
    const first = (await booked()).find(({ contact }) => contact?.email === 'ipek@musteri.example');
    const appointments = [{ appointmentId: first?.id, expectedVersion: first?.version, ...step }];
    await asOwner('mutation ($input: AppointmentsRearrangeInput!) { appointmentsRearrange(input: $input) { userErrors { message } } }', { branchId: 'brn_demo-mitte', appointments });
  }
  async function chooseTime(time: string) {
    await button(new RegExp(`^${day}`)).click();
    await button(startAt(time).name).click();
  }
  async function fillIn(email: string) {
    await page.getByLabel(closing.name).fill('İpek Müller');
    await page.getByLabel(closing.email).fill(email);
  }

  await page.goto(origin);
  yield 'home';
  await page.goto(`${origin}/book/`);
  yield 'branches';
  await page.goto(`${origin}/book/nowhere?lang=${language}`);
  await page.getByText(t.noBranch).waitFor();
  yield 'booking-unknown-branch';

  await page.goto(booking);
  await heading(t.service);
  await page.locator('footer a').first().waitFor();
  yield 'booking-service';
  await page.getByRole('button', { name: /Haarschnitt/ }).click();
  await button(new RegExp(`^${day}`)).click();
  await page.locator('.start').first().waitFor();
  yield 'booking-time';
  await page.locator('.month').click();
  await page.getByRole('grid').waitFor();
  yield 'booking-month';

  await page.goto(withAnna);
  await button(new RegExp(`^${day}`)).click();
  await button(startAt('10:00').name).waitFor();
  await bookByStaff(origin, { serviceId: 'svc_demo-video-colour', start: berlin(wednesday(), '10:00') });
  await button(startAt('10:00').name).click();
  await page.getByText(t.taken).waitFor();
  yield 'booking-taken';
  await button(startAt('11:00').name).click();
  await heading(closing.details);
  yield 'booking-form';
  await button(closing.pay).click();
  await page.getByText(closing.nameMissing).waitFor();
  yield 'booking-form-wrong';
  await fillIn('ipek@gmial.com');
  await page.getByText('ipek@gmail.com').waitFor();
  yield 'booking-form-suggestion';
  await fillIn('ipek@musteri.example');
  await page.context().setOffline(true);
  await button(closing.pay).click();
  await page.getByText(t.unreachable).waitFor();
  yield 'booking-form-offline';
  await page.context().setOffline(false);
  await button(closing.pay).click();
  await heading(closing.done);
  await page.getByText(closing.calendar).click();
  yield 'booking-done';
  const [manageUrl, joinUrl] = [await linkOf(closing.manage), await linkOf(closing.join)];
  await page.goto(await mailed(mailbox, confirmLink));
  yield 'confirm-address';

  await asksConfirmation('ALWAYS');
  await page.goto(withAnna);
  await chooseTime('12:00');
  await fillIn('muller@musteri.example');
  await button(closing.pay).click();
  await heading(closing.waiting);
  yield 'booking-waiting';
  await page.goto(await mailed(mailbox, confirmLink));
  yield 'confirm';
  await submit();
  await page.locator('form').waitFor({ state: 'detached' });
  const confirmed = await page.locator('a[href*="/manage/"]').evaluate((link) => (link as HTMLAnchorElement).href);
  yield 'confirm-done';
  await asksConfirmation('OFF');

  await page.goto(manageUrl);
  await heading(manage.titles.changeable);
  await page.getByText(manage.mailTitle).click();
  yield 'manage';
  await button(manage.correct).click();
  await page.getByLabel(closing.email).waitFor();
  yield 'manage-correct';
  await page.goBack();
  await button(manage.change).click();
  await button(new RegExp(`^${day}`)).click();
  await button(startAt('14:00').name).waitFor();
  yield 'manage-move';
  await button(startAt('14:00').name).click();
  await heading(manage.moveNow);
  yield 'manage-move-confirm';
  await button(manage.moveNow).click();
  await page.getByText(manage.moved).waitFor();
  yield 'manage-moved';
  await rearrange({ offer: { override: true, starts: ['15:00', '17:00'].map((time) => ({ staffId: 'stf_demo-anna', start: berlin(wednesday(), time) })) } });
  await page.goto(manageUrl);
  await heading(manage.offerTitle);
  yield 'manage-offered';
  await rearrange({ withdrawOffer: true });
  await page.reload();
  await page.getByText(manage.offerEnded).waitFor();
  yield 'manage-offer-ended';
  await button(manage.cancel).click();
  await heading(manage.cancelTitle);
  yield 'manage-cancel';
  await button(manage.cancelTitle).click();
  await heading(manage.titles.cancelled);
  yield 'manage-cancelled';
  await page.goto(joinUrl);
  yield 'join-cancelled';

  // Who has confirmed their address can see what is kept of them.
  await page.goto(confirmed);
  await button(manage.dataTitle).click();
  await heading(manage.dataTitle);
  yield 'manage-data';
  await button(manage.dataPurposes.EXPORT).click();
  await page.getByText(manage.dataSent).waitFor();
  yield 'manage-data-sent';
  await page.goto(await mailed(mailbox, dataLink));
  yield 'data-export';
  await submit();
  await page.locator('a[download]').waitFor();
  yield 'data-shown';
  await page.goto(confirmed);
  await button(manage.dataTitle).click();
  await button(manage.dataPurposes.ERASE).click();
  const erasing = await mailed(mailbox, dataLink);
  await page.goto(erasing);
  yield 'data-erase-refused';

  await asOwner('mutation { branchUpdate(input: { id: "brn_demo-mitte", bookingRules: { cancellationPeriod: "PT720H" } }) { userErrors { message } } }');
  await page.goto(confirmed);
  await page.getByText(manage.tooLate).waitFor();
  yield 'manage-too-late';
  await button(manage.request.CANCEL).click();
  await heading(manage.requestTitle.CANCEL);
  yield 'manage-request';
  await button(manage.requestSend).click();
  await page.getByText(manage.requested.CANCEL).waitFor();
  yield 'manage-requested';
  await page.goto(await linkOf(closing.join));
  yield 'join-waits';
  const provided = await bookRoom(origin, 5, localeOf(language));
  await page.goto(provided.joinUrl);
  yield 'join-open';
  await asOwner(cancelMutation, { id: provided.id });
  yield* roomStates({ page, origin, language, asOwner });
  await cancelAll();
  await page.goto(erasing);
  yield 'data-erase';
  await submit();
  await page.locator('form').waitFor({ state: 'detached' });
  yield 'data-erased';

  await page.goto(`${origin}/manage/unknown`);
  await page.getByText(manage.unknown).waitFor();
  yield 'manage-unknown';
  await page.goto(`${origin}/join/unknown`);
  yield 'join-unknown';
  for (const kind of ['imprint', 'privacy_notice', 'terms', 'accessibility']) {
    await page.goto(`${origin}/legal/mitte/${kind}?lang=${language}`);
    yield `legal-${kind}`;
  }
}
