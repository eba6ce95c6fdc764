import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { pending } from '../../testing/pending';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { CustomerRecord } from './customer_record';

const recordOf = (appointmentId: string, name: string, allergies: string) => ({
  appointment: {
    __typename: 'Appointment', id: appointmentId,
    customer: {
      __typename: 'Customer', id: `cus_${name}`, name, appointments: [],
      card: { __typename: 'CustomerCard', notes: '', allergies, formulas: '' },
      visits: { __typename: 'CustomerVisits', count: 3, noShows: 0 },
    },
  },
});

/** The record of one appointment, then that of another. */
function Records() {
  const [id, setId] = useState('apt_lena');
  return (
    <>
      <button type="button" onClick={() => setId('apt_tom')}>
        Tom
      </button>
      <CustomerRecord appointmentId={id} start="2026-11-24T09:00:00Z" />
    </>
  );
}

test('never shows the allergies of the former customer', async () => {
  const late = pending<void>();
  answerMutations({}, {
    CustomerRecord: async ({ appointmentId }) => {
      if (appointmentId === 'apt_lena') {
        return recordOf('apt_lena', 'Lena', 'Nickel');
      }
      await late.promise;
      return recordOf('apt_tom', 'Tom', '');
    },
  });
  const user = await showInBranch(<Records />);
  await screen.findByText('Nickel');
  await user.click(screen.getByRole('button', { name: 'Tom' }));
  expect(screen.queryByText('Nickel')).toBeNull();
  late.fulfill();
  await screen.findByText('Kundenkartei: Tom');
  expect(screen.queryByText('Nickel')).toBeNull();
});
