import { cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useServiceChoice } from '../../api/service_choice';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import type { Profile } from './calendar_query';
import NewAppointmentForm, { type Start } from './new_appointment_form';

const person = (id: string, displayName: string) => ({ id, displayName, title: '', color: '#0f5c63' }) as Profile;
const people = [person('stf_anna', 'Anna'), person('stf_ben', 'Ben')];
const customer = (id: string, name: string, phone: string) => ({
  __typename: 'Customer', id, name, phone, email: null, visits: { __typename: 'CustomerVisits', lastAt: '2026-10-01T09:00:00Z', nextAt: null },
});
const lena = customer('cus_lena', 'Lena Maier', '0170 123 45 67');
const tom = customer('cus_tom', 'Tom Maier', '0170 123 45 67');
const free = (start: string, { id, displayName }: Profile) => ({ __typename: 'FreeStart', start, staff: [{ __typename: 'StaffProfile', id, displayName }] });
const had = (id: string, start: string, serviceId: string) => ({
  __typename: 'Appointment', id, start, status: 'CONFIRMED', service: { __typename: 'Service', id: serviceId, name: 'Farbe', archived: false },
});

const answers = {
  ServiceChoice: { services: page('Service', [{ __typename: 'Service', id: 'svc_cut', name: 'Haarschnitt', delivery: 'IN_SALON', duration: 'PT45M', bookableOnline: true }, { __typename: 'Service', id: 'svc_color', name: 'Farbe', delivery: 'IN_SALON', duration: 'PT90M', bookableOnline: true }]) },
  LastService: ({ customerId }: Record<string, unknown>) => ({
    customer: {
      __typename: 'Customer',
      id: customerId,
      appointments: [had('apt_next', '2999-01-01T09:00:00Z', 'svc_next'), had('apt_last', '2026-10-01T09:00:00Z', 'svc_color'), had('apt_first', '2020-10-01T09:00:00Z', 'svc_cut')],
    },
  }),
  CustomerSearch: ({ search }: Record<string, unknown>) => ({
    customers: page('Customer', [lena, tom].filter(({ name, phone }) => `${name} ${phone}`.toLowerCase().includes(String(search).toLowerCase()))),
  }),
  FreeStarts: ({ staffId }: Record<string, unknown>) => ({
    freeStarts: staffId === 'stf_ben' ? [free('2026-11-24T11:00:00Z', people[1]!)] : [free('2026-11-24T09:00:00Z', people[0]!), free('2026-11-24T09:15:00Z', people[1]!)],
  }),
  ExplainStart: { explainStart: { __typename: 'StartExplanation', bookable: true, obstacles: [] } },
};

/** Shows the form, and returns the inputs that it sends. */
async function open(start: Start = {}, userErrors: unknown[] = []) {
  const sent = answerMutations({ appointment: null, obstacles: [], userErrors }, answers);
  function Form() {
    const services = useServiceChoice();
    return services.all && <NewAppointmentForm day="2026-11-24" isDayChosen start={start} staff={people} customer={undefined} services={services} onClose={() => undefined} />;
  }
  const user = await showInBranch(<Form />);
  await screen.findByRole('group', { name: 'Nächste freie Zeiten' });
  return { user, input: () => sent.at(-1)?.variables.input };
}

test('books for a known customer by a few keys', async () => {
  const { user, input } = await open();
  await user.click(screen.getByLabelText('Kunde'));
  await user.keyboard('lena');
  await screen.findByRole('option', { name: /Lena Maier/ });
  await user.keyboard('{Enter}{Enter}');
  await screen.findByText('0170 123 45 67 · zuletzt 01.10.2026');
  await user.click(await screen.findByRole('button', { name: /24\.11\. 10:00 Anna$/ }));
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  expect(input()).toMatchObject({ customerId: 'cus_lena', serviceId: 'svc_cut', staffId: 'stf_anna', start: '2026-11-24T09:00:00Z', override: false });
});

test('books for somebody new with a phone number alone, and proposes who has it', async () => {
  const { user, input } = await open();
  await user.type(screen.getByLabelText('Kunde'), '0170 123 45 67');
  await user.click(await screen.findByRole('option', { name: 'Neu: 0170 123 45 67' }));
  expect(screen.getByLabelText<HTMLInputElement>('Telefon (freiwillig)').value).toBe('0170 123 45 67');
  expect((await screen.findAllByRole('button', { name: /Maier/ })).map((one) => one.textContent)).toEqual(['Lena Maier', 'Tom Maier']);
  await user.type(screen.getByLabelText('Name'), 'Mia Maier');
  await user.click(screen.getByRole('button', { name: /10:15 Ben$/ }));
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  expect(input()).toMatchObject({ customer: { name: 'Mia Maier', phone: '0170 123 45 67', email: null, locale: 'DE' }, staffId: 'stf_ben' });
});

test('books for who was typed but not chosen', async () => {
  const { user, input } = await open();
  await user.type(screen.getByLabelText('Kunde'), 'Mia Neu');
  await user.click(screen.getByRole('button', { name: /24\.11\. 10:00 Anna$/ }));
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  expect(input()).toMatchObject({ customer: { name: 'Mia Neu', phone: null, email: null, locale: 'DE' } });
});

test('books for nobody once the customer is taken back', async () => {
  const { user, input } = await open();
  await user.type(screen.getByLabelText('Kunde'), 'lena');
  await user.click(await screen.findByRole('option', { name: /Lena Maier/ }));
  await user.click(screen.getByRole('button', { name: 'Anderer Kunde' }));
  await user.click(screen.getByRole('button', { name: /24\.11\. 10:00 Anna$/ }));
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  expect(input()).not.toHaveProperty('customer');
  expect(input()).not.toHaveProperty('customerId');
});

test('takes the customer who has the number, if staff choose so', async () => {
  const { user, input } = await open({ staffId: 'stf_ben', from: Date.parse('2026-11-24T12:00:00Z') / 1000 });
  await user.type(screen.getByLabelText('Kunde'), '0170 123 45 67');
  await user.click(await screen.findByRole('option', { name: /^Neu/ }));
  await user.click(await screen.findByRole('button', { name: 'Tom Maier' }));
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  expect(input()).toMatchObject({ customerId: 'cus_tom', staffId: 'stf_ben', start: '2026-11-24T12:00:00Z' });
});

test('offers the times of the person who is asked for', async () => {
  const { user } = await open();
  await user.selectOptions(screen.getByLabelText('Mitarbeiter'), 'Ben');
  await user.click(await screen.findByRole('button', { name: /24\.11\. 12:00$/ }));
  expect(screen.getByLabelText<HTMLInputElement>('Uhrzeit').value).toBe('12:00');
});

test('says what is missing', async () => {
  const { user, input } = await open();
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  await screen.findByText('Wähl eine Uhrzeit.');
  await screen.findByText('Wähl einen Mitarbeiter oder eine freie Zeit.');
  expect(input()).toBeUndefined();
});

test('asks before it breaks a rule', async () => {
  const { user, input } = await open({ staffId: 'stf_ben', from: Date.parse('2026-11-24T12:00:00Z') / 1000 }, [
    { __typename: 'UserError', code: 'OVERRIDE_REQUIRED', field: ['input', 'override'], message: 'Nur mit Bestätigung.' },
  ]);
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  await user.click(await screen.findByRole('button', { name: 'Trotzdem eintragen' }));
  expect(input()).toMatchObject({ override: true });
});

test('keeps what was chosen until it is booked or discarded', async () => {
  const { user } = await open();
  await user.type(screen.getByLabelText('Kunde'), 'Mia');
  await user.click(await screen.findByRole('option', { name: 'Neu: Mia' }));
  await user.type(screen.getByLabelText('Notiz (freiwillig)'), 'Kommt mit Kind');
  cleanup();
  const again = await open({ staffId: 'stf_ben', from: Date.parse('2026-11-24T12:00:00Z') / 1000 });
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Mia');
  expect(screen.getByLabelText<HTMLInputElement>('Uhrzeit').value).toBe('13:00');
  await again.user.click(screen.getByRole('button', { name: 'Entwurf verwerfen' }));
  await screen.findByLabelText('Kunde');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Notiz (freiwillig)').value).toBe('');
});

test('proposes the service that a known customer had last', async () => {
  const { user, input } = await open();
  await user.type(screen.getByLabelText('Kunde'), 'lena');
  await user.click(await screen.findByRole('option', { name: /Lena Maier/ }));
  await user.click(await screen.findByRole('button', { name: 'Wie zuletzt: Farbe' }));
  expect(screen.queryByRole('button', { name: /^Wie zuletzt/ })).toBeNull();
  await user.click(await screen.findByRole('button', { name: /24\.11\. 10:00 Anna$/ }));
  await user.click(screen.getByRole('button', { name: 'Termin eintragen' }));
  expect(input()).toMatchObject({ customerId: 'cus_lena', serviceId: 'svc_color' });
});
