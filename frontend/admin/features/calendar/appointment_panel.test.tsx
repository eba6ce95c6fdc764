import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Confirm } from '../../parts/confirm';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { AppointmentPanel } from './appointment_panel';
import type { Appointment } from './calendar_query';

const maria = {
  id: 'apt_maria', start: '2026-11-23T08:00:00Z', end: '2026-11-23T09:00:00Z', status: 'HELD', note: '', contact: null, customer: null,
  service: { id: 'svc_cut', name: 'Haarschnitt', delivery: 'IN_SALON', duration: 'PT45M', price: { minorUnits: 5200, currency: 'EUR', digits: 2 } }, staff: { id: 'stf_anna', displayName: 'Anna', title: '', color: '#0f5c63' },
} as unknown as Appointment;

const branch = { __typename: 'Branch', id: 'brn_mitte', photosKeptDays: 30 };

/** Opens the panel, and returns how often it was closed. */
async function open(isAsking = false, photos: readonly object[] = []) {
  let closed = 0;
  answerMutations({}, { AppointmentHistory: { node: null }, AppointmentPhotos: { appointment: { __typename: 'Appointment', id: maria.id, photos, branch } } });
  const user = await showInBranch(
    <>
      <AppointmentPanel appointment={maria} people={[]} move={async () => true} onClose={() => closed++} />
      <Confirm opened={isAsking} title="Trotzdem verschieben?" onClose={() => undefined} onConfirm={() => undefined}>
        Der Salon ist zu.
      </Confirm>
    </>,
  );
  await screen.findByText('Haarschnitt');
  return { user, closed: () => closed };
}

test('Escape closes the panel once, also after the focused button of an undo is gone', async () => {
  const inside = await open();
  screen.getByRole('dialog').querySelector('button')?.focus();
  await inside.user.keyboard('{Escape}');
  expect(inside.closed()).toBe(1);
  (document.activeElement as HTMLElement).blur();
  expect(document.activeElement).toBe(document.body);
  await inside.user.keyboard('{Escape}');
  expect(inside.closed()).toBe(2);
});

test('Escape in a dialog above leaves the panel open', async () => {
  const { user, closed } = await open(true);
  screen.getByRole('button', { name: 'Abbrechen' }).focus();
  await user.keyboard('{Escape}');
  expect(closed()).toBe(0);
});

test('photos of a call are shown also once the service is one in the salon', async () => {
  const kept = { __typename: 'ConsultationPhoto', id: 'pho_a', url: 'https://booking.example/photos/pho_a', sender: 'STAFF', width: 2048, height: 1365, createdAt: '2026-11-23T09:50:00Z' };
  await open(false, [kept]);
  expect(await screen.findByRole('img', { name: /^Foto 1 vom Salon, .*10:50/ })).toBeTruthy();
});
