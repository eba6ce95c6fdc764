import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Booked, Branch, Service } from './api';
import { ClosingWordsContext } from './closing_words';
import { DoneStep } from './done_step';
import type { Language } from './language';
import { useNewWidget, WidgetContext } from './widget_context';
import { type BookingWords, bookingWords } from './words/booking';
import { type ClosingWords, closingWords } from './words/closing';

const manageUrl = 'https://salon.example/termin/abc';
const branch = {
  id: 'brn_mitte', name: 'Mitte', slug: 'mitte', timeZone: 'Europe/Berlin', timeZoneAliases: [], locale: 'DE', email: '', phone: '',
  address: { street: '', postalCode: '', city: '' }, bookingRules: { hold: 'PT10M', horizonDays: 90 }, videoOnlyModes: [], sendsMail: false, customerPhone: 'OFF', vatNote: 'INCLUDED', imprint: null, privacyNotice: null, terms: null,
} satisfies Branch;
const service = { id: 'svc_cut', name: 'Haarschnitt', delivery: 'IN_SALON', duration: 'PT45M', price: { minorUnits: 5200, currency: 'EUR', digits: 2 } } as Service;
const booked = { id: 'apt_a', start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z', changeableUntil: '2026-11-23T09:00:00Z', joinUrl: null, manageUrl, calendarUrl: '', staff: { displayName: 'Anna' } } as Booked;

const page = document.createElement('div');

afterEach(() => render(null, page));

const preset = { origin: 'https://salon.example', branch: 'mitte' };

function Shown({ of, language, t, closing }: { of: Branch; language: Language; t: BookingWords; closing: ClosingWords }) {
  const widget = useNewWidget(preset, of, language, t, () => undefined);
  return (
    <WidgetContext.Provider value={widget}>
      <ClosingWordsContext.Provider value={closing}>
        <DoneStep service={service} booked={booked} onBack={() => undefined} />
      </ClosingWordsContext.Provider>
    </WidgetContext.Provider>
  );
}

/** Shows the confirmation of a branch, and returns its text. */
async function show(sendsMail: boolean, language: Language) {
  render(<Shown of={{ ...branch, sendsMail }} language={language} t={await bookingWords(language)} closing={await closingWords(language)} />, page);
  return () => page.textContent;
}

test.each([
  ['de', 'Zurzeit verschicken wir keine E-Mails. Schreib dir diesen Link auf', 'Die Bestätigung ist per E-Mail unterwegs.'],
  ['en', 'We do not send email at the moment. Write down this link', 'A confirmation email is on its way.'],
  ['fr', 'Nous n’envoyons pas d’e-mails en ce moment. Notez ce lien', 'La confirmation vous arrive par e-mail.'],
  ['tr', 'Şu anda e-posta göndermiyoruz. Bu bağlantıyı not edin', 'Onay e-postası yolda.'],
] as const)('a branch without a sender gives the link instead of promising an email, in %s', async (language, sentence, promise) => {
  const without = await show(false, language);
  await vi.waitFor(() => expect(without()).toContain(sentence), 30_000);
  expect(without()).toContain(manageUrl);
  expect(without()).not.toContain(promise);
  render(null, page);
  expect((await show(true, language))()).toContain(promise);
});

test.each([
  ['2999-11-23T09:00:00Z', 'Du kannst den Termin online bis Samstag, 23. November um 10:00'],
  ['2020-11-23T09:00:00Z', 'Diesen Termin kannst du online nicht mehr verschieben oder absagen.'],
])('says until when the appointment can be changed, by the clock of the salon: %s', async (until, sentence) => {
  booked.changeableUntil = until;
  expect((await show(true, 'de'))()).toContain(sentence);
});

test('names service, price with tax, and the place with a map', async () => {
  const of = { ...branch, vatNote: 'NOT_CHARGED', address: { street: 'Auguststraße 12', postalCode: '10117', city: 'Berlin' } } satisfies Branch;
  render(<Shown of={of} language="en" t={await bookingWords('en')} closing={await closingWords('en')} />, page);
  expect(page.textContent).toContain('In the salon · 45 min · €52.00 no VAT charged');
  expect(page.querySelector<HTMLAnchorElement>('.summary a')?.textContent).toBe('Auguststraße 12, 10117 Berlin (map)');
});
