import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import type { Appointment } from './calendar_query';
import EditAppointment from './edit_appointment';

const service = (id: string, name: string, duration: string) => ({ __typename: 'Service', id, name, delivery: 'IN_SALON', duration, bookableOnline: true });
const services = { ServiceChoice: { services: page('Service', [service('svc_cut', 'Haarschnitt', 'PT45M'), service('svc_tint', 'Färben', 'PT1H30M')]) } };

const nora = {
  id: 'apt_nora', start: '2026-11-24T09:00:00Z', end: '2026-11-24T09:45:00Z', status: 'CONFIRMED', note: '',
  contact: { name: 'Nora', email: 'nora@example.com', phone: '', locale: 'FR', confirmedAt: null },
  service: { id: 'svc_cut', name: 'Haarschnitt' },
} as unknown as Appointment;

/** The form, while somebody else may correct the address. */
function Live({ onClose }: { onClose(): void }) {
  const [appointment, setAppointment] = useState(nora);
  const contact = { ...nora.contact!, email: 'nora@new.example' };
  return (
    <>
      <button type="button" onClick={() => setAppointment({ ...nora, contact })}>
        Jemand anders
      </button>
      <EditAppointment appointment={appointment} onClose={onClose} />
    </>
  );
}

/** Opens the form, whose changes get an answer, and returns the inputs that were sent. */
async function open(answer: { obstacles?: unknown[]; userErrors?: unknown[] } = {}) {
  const sent = answerMutations({ appointment: null, obstacles: [], userErrors: [], ...answer }, services);
  let closed = 0;
  const user = await showInBranch(<Live onClose={() => closed++} />);
  await screen.findByRole('option', { name: 'Färben' });
  const save = async (name = 'Speichern') => {
    await user.click(screen.getByRole('button', { name }));
    return sent.findLast(({ operationName }) => operationName === 'AppointmentUpdate')?.variables.input;
  };
  return { user, save, closed: () => closed };
}

test('sends what has changed, and whether the customer is told', async () => {
  const { user, save } = await open();
  await user.selectOptions(screen.getByLabelText('Leistung'), 'Färben');
  expect(screen.getByLabelText<HTMLInputElement>('Dauer (Minuten)').value).toBe('90');
  await user.type(screen.getByLabelText('Notiz (freiwillig)'), 'Mit Kind');
  await user.click(screen.getByLabelText('Kunden per E-Mail benachrichtigen'));
  expect(await save()).toEqual({ id: 'apt_nora', serviceId: 'svc_tint', duration: 'PT90M', note: 'Mit Kind', notifyCustomer: false, override: false });
});

test('sends nothing if nothing has changed', async () => {
  const { save, closed } = await open();
  expect(await save()).toBeUndefined();
  expect(closed()).toBe(1);
});

test('keeps the language of the customer, and warns that links end with the address', async () => {
  const { user, save } = await open();
  await user.clear(screen.getByLabelText('E-Mail (freiwillig)'));
  await user.type(screen.getByLabelText('E-Mail (freiwillig)'), 'n@example.com');
  await screen.findByText(/Links in früheren E-Mails/);
  expect(await save()).toMatchObject({ customer: { name: 'Nora', email: 'n@example.com', phone: null, locale: 'FR' }, notifyCustomer: true });
});

test('names the broken rules before it overrides them', async () => {
  const { user, save, closed } = await open({
    obstacles: [{ __typename: 'StartObstacle', code: 'NOT_ROSTERED', rule: 3, message: 'Anna arbeitet nicht während des ganzen Termins.' }],
    userErrors: [{ __typename: 'UserError', code: 'OVERRIDE_REQUIRED', field: ['input', 'override'], message: 'Nur mit Bestätigung.' }],
  });
  await user.clear(screen.getByLabelText('Dauer (Minuten)'));
  await user.type(screen.getByLabelText('Dauer (Minuten)'), '240');
  await save();
  await screen.findByText('Anna arbeitet nicht während des ganzen Termins.');
  expect(closed()).toBe(0);
  expect(await save('Trotzdem speichern')).toMatchObject({ duration: 'PT240M', override: true });
});

test('refuses to clear the contact', async () => {
  const { user, save, closed } = await open();
  await user.clear(screen.getByLabelText('Name'));
  await user.clear(screen.getByLabelText('E-Mail (freiwillig)'));
  expect(await save()).toBeUndefined();
  await screen.findByText('Gib einen Namen ein.');
  expect(closed()).toBe(0);
});

test('shows what somebody else saves, until it is edited', async () => {
  const { user, save } = await open();
  await user.click(screen.getByRole('button', { name: 'Jemand anders' }));
  expect(screen.getByLabelText<HTMLInputElement>('E-Mail (freiwillig)').value).toBe('nora@new.example');
  await user.type(screen.getByLabelText('Telefon (freiwillig)'), '0170 1');
  expect(await save()).toMatchObject({ customer: { email: 'nora@new.example', phone: '0170 1' } });
});

test('overwrites what somebody else has saved meanwhile only if told to', async () => {
  const { user, save } = await open();
  await user.type(screen.getByLabelText('Telefon (freiwillig)'), '0170 1');
  await user.click(screen.getByRole('button', { name: 'Jemand anders' }));
  expect(await save()).toBeUndefined();
  await screen.findByText('Gespeichert ist jetzt: Nora, nora@new.example.');
  expect(await save('Trotzdem ersetzen')).toMatchObject({ customer: { email: 'nora@example.com', phone: '0170 1' } });
});

test('drops the edits for what somebody else has saved meanwhile', async () => {
  const { user, save, closed } = await open();
  await user.type(screen.getByLabelText('Telefon (freiwillig)'), '0170 1');
  await user.click(screen.getByRole('button', { name: 'Jemand anders' }));
  await save();
  await user.click(await screen.findByRole('button', { name: 'Neu laden' }));
  expect(screen.getByLabelText<HTMLInputElement>('E-Mail (freiwillig)').value).toBe('nora@new.example');
  expect(screen.getByLabelText<HTMLInputElement>('Telefon (freiwillig)').value).toBe('');
  expect(await save()).toBeUndefined();
  expect(closed()).toBe(1);
});
