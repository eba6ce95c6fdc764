import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Booked, Branch, Service } from './api';
import { DoneStep } from './done_step';
import { useNewWidget, WidgetContext } from './widget_context';

const manageUrl = 'https://salon.example/termin/abc';
const branch = {
  id: 'brn_mitte', name: 'Mitte', slug: 'mitte', timeZone: 'Europe/Berlin', timeZoneAliases: [], locale: 'DE', email: '', phone: '',
  address: { street: '', postalCode: '', city: '' }, bookingRules: { hold: 'PT10M', horizonDays: 90 }, videoOnlyModes: [], sendsMail: false,
} satisfies Branch;
const service = { id: 'svc_cut', name: 'Haarschnitt', delivery: 'IN_SALON' } as Service;
const booked = { id: 'apt_a', start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z', joinUrl: null, manageUrl, calendarUrl: '', staff: { displayName: 'Anna' } } as Booked;

const page = document.createElement('div');

afterEach(() => render(null, page));

const preset = { origin: 'https://salon.example', branch: 'mitte' };

function Shown({ of, language }: { of: Branch; language: 'de' | 'en' }) {
  const widget = useNewWidget(preset, of, language);
  return (
    <WidgetContext.Provider value={widget}>
      <DoneStep service={service} booked={booked} onBack={() => undefined} />
    </WidgetContext.Provider>
  );
}

/** Shows the confirmation of a branch, and returns its text. */
function show(sendsMail: boolean, language: 'de' | 'en') {
  render(<Shown of={{ ...branch, sendsMail }} language={language} />, page);
  return () => page.textContent;
}

test.each([
  ['de', 'Zurzeit verschicken wir keine E-Mails. Schreib dir diesen Link auf', 'Die Bestätigung ist per E-Mail unterwegs.'],
  ['en', 'We do not send email at the moment. Write down this link', 'A confirmation email is on its way.'],
] as const)('a branch without a sender gives the link instead of promising an email, in %s', async (language, sentence, promise) => {
  const without = show(false, language);
  await vi.waitFor(() => expect(without()).toContain(sentence), 30_000);
  expect(without()).toContain(manageUrl);
  expect(without()).not.toContain(promise);
  render(null, page);
  expect(show(true, language)()).toContain(promise);
});
