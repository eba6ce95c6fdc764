import { Notifications } from '@mantine/notifications';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { Overrides } from './overrides';

const override = (date: string, version: number) => ({
  __typename: 'ShiftOverride', date, version, intervals: [{ __typename: 'Interval', from: '10:00', to: '14:00' }],
});
const anna = (...shiftOverrides: ReturnType<typeof override>[]) => ({ staff: { __typename: 'Staff', id: 'stf_anna', shiftOverrides } });
const done = { strandedAppointments: [], userErrors: [] };

/** Shows the exceptions of Anna, who had one long ago, and sets her off on a date. */
async function setOff(payload: Record<string, unknown>, date: string, past: Record<string, unknown> = { node: anna(override('2020-12-24', 3)).staff }) {
  const sent = answerMutations(payload, { ShiftOverrideOn: past });
  const user = await showInBranch(
    <>
      <Notifications />
      <Overrides staffId="stf_anna" shown={{ from: '2026-11-23', list: [] }} />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Ausnahme hinzufügen' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('Tag'), { target: { value: date } });
  await user.click(within(dialog).getByRole('button', { name: 'Speichern' }));
  return { user, sent };
}

test('undo restores what a colleague had saved before it was replaced anyway', async () => {
  const userErrors = [{ __typename: 'UserError', code: 'CHANGED_MEANWHILE', field: ['input', 'expectedVersion'], message: 'Geändert.' }];
  const payload: Record<string, unknown> = { strandedAppointments: [], userErrors, ...anna(override('2099-12-24', 7)) };
  const { user, sent } = await setOff(payload, '2099-12-24');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/10:00–14:00/);
  Object.assign(payload, done, anna({ ...override('2099-12-24', 8), intervals: [] }));
  await user.click(within(alert).getByRole('button', { name: 'Trotzdem ersetzen' }));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByText('Rückgängig gemacht');
  expect(sent.map(({ operationName, variables: { input } }) => [operationName, input['expectedVersion'], input['intervals']])).toEqual([
    ['StaffShiftOverrideSet', 0, []],
    ['StaffShiftOverrideSet', 7, []],
    ['StaffShiftOverrideSet', 8, [{ from: '10:00', to: '14:00' }]],
  ]);
});

test('the version of a past exception is read, which is not listed, and undo restores it', async () => {
  const { user, sent } = await setOff({ ...done, ...anna(override('2020-12-24', 4)) }, '2020-12-24');
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByText('Rückgängig gemacht');
  expect(sent.map(({ variables: { input } }) => [input['expectedVersion'], input['intervals']])).toEqual([[3, []], [4, [{ from: '10:00', to: '14:00' }]]]);
  expect(screen.getByText('Keine Ausnahmen.')).toBeDefined();
});

test('nothing is set if the exception of a past date cannot be read', async () => {
  const { sent } = await setOff(done, '2020-12-24', { node: null });
  await screen.findByText('Der Server ist nicht erreichbar. Nichts wurde geändert.');
  expect(sent).toEqual([]);
});
