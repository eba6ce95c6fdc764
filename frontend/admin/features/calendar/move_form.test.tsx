import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { instantOf } from './board_scale';
import type { Appointment, Profile } from './calendar_query';
import { MoveForm } from './move_form';

const person = (id: string, displayName: string) => ({ id, displayName }) as Profile;
const people = [person('stf_anna', 'Anna'), person('stf_ben', 'Ben')];

/** Opens the form for an appointment in Berlin, and returns where it is moved. */
async function open(start: string, staff = people[0]!, email?: string) {
  const moves: string[] = [];
  const user = await showInBranch(
    <MoveForm
      appointment={{ id: 'apt_a', start, staff, contact: email === undefined ? null : { email } } as Appointment}
      people={people}
      move={async (_, { staffId, from }, __, options) => moves.push(`${staffId} ${instantOf(from)}${options?.notifiesCustomer ? '' : ' quietly'}`) > 0}
      onClose={() => undefined}
    />,
  );
  const send = () => user.click(screen.getByRole('button', { name: 'Verschieben' }));
  return { user, moves, send };
}

test.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])('%s, half past two on a night that has it twice, stays what it was when only the person changes', async (start) => {
  const { user, moves, send } = await open(start);
  expect(screen.getByLabelText<HTMLInputElement>(/Uhrzeit/).value).toBe('02:30');
  await user.selectOptions(screen.getByLabelText('Mitarbeiter'), 'Ben');
  await send();
  expect(moves).toEqual([`stf_ben ${start}`]);
});

test('a profile that is no longer to be chosen is shown, and kept', async () => {
  const { moves, send } = await open('2026-11-23T08:00:00Z', person('stf_clara', 'Clara'));
  const select = screen.getByLabelText<HTMLSelectElement>('Mitarbeiter');
  expect([select.value, select.options[0]?.textContent]).toEqual(['stf_clara', 'Clara']);
  await send();
  expect(moves).toEqual(['stf_clara 2026-11-23T08:00:00Z']);
});

test('the customer hears of it unless the staff member says otherwise', async () => {
  const { user, moves, send } = await open('2026-11-23T08:00:00Z', people[0], 'lena@kunde.example');
  await send();
  await user.click(screen.getByRole('switch', { name: 'Kunden per E-Mail benachrichtigen' }));
  await send();
  expect(moves).toEqual(['stf_anna 2026-11-23T08:00:00Z', 'stf_anna 2026-11-23T08:00:00Z quietly']);
});
