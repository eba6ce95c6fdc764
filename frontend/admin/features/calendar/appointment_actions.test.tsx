import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { AppointmentActions } from './appointment_actions';
import type { Appointment } from './calendar_query';

const nora = {
  id: 'apt_nora', start: '2126-11-24T09:00:00Z', end: '2126-11-24T09:45:00Z', status: 'CONFIRMED', note: '', contact: null, customer: null, changeRequest: null,
  service: { id: 'svc_cut', name: 'Haarschnitt' }, staff: { id: 'stf_anna', displayName: 'Anna' },
} as unknown as Appointment;

test.each([
  ['Verschieben', /^Tag/],
  ['Bearbeiten', /^Leistung/],
])('„%s“ leads to its first field, and cancelling leads back', async (name, field) => {
  answerMutations({}, { ServiceChoice: { services: page('Service', []) } });
  const user = await showInBranch(<AppointmentActions appointment={nora} people={[]} move={async () => true} onClose={() => undefined} />);
  await user.click(screen.getByRole('button', { name }));
  const first = await screen.findByLabelText(field);
  await waitFor(() => expect(document.activeElement).toBe(first));
  await user.click(screen.getByRole('button', { name: 'Abbrechen' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })));
});
