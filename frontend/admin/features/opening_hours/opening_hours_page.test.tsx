import { Notifications } from '@mantine/notifications';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { OpeningHoursPage } from './opening_hours_page';

const exception = (date: string, version: number) => ({
  __typename: 'OpeningException', date, version, reason: 'Inventur', intervals: [{ __typename: 'Interval', from: '10:00', to: '14:00' }],
});
const branch = (...openingExceptions: ReturnType<typeof exception>[]) => ({ branch: { __typename: 'Branch', id: 'brn_mitte', openingExceptions } });
const done = { strandedAppointments: [], userErrors: [] };
const changedMeanwhile = (...fields: string[]) => ({
  strandedAppointments: [],
  userErrors: fields.map((field) => ({ __typename: 'UserError', code: 'CHANGED_MEANWHILE', field: ['input', ...field.split('.')], message: 'Das hat jemand anders geändert.' })),
});

/** Shows the page of a branch that was open at other times on one day long ago, and adds an exception. */
async function add(payload: Record<string, unknown>, first: string, last = '') {
  const past = exception('2020-12-24', 3);
  const sent = answerMutations(payload, {
    OpeningHours: ({ from }) => {
      const data = branch(...[past].filter(({ date }) => !from || date >= String(from)));
      return { branch: { ...data.branch, openingHours: [], openingHoursVersion: 1 } };
    },
  });
  const user = await showInBranch(
    <>
      <Notifications />
      <OpeningHoursPage />
    </>,
  );
  await user.click(await screen.findByRole('button', { name: 'Ausnahme hinzufügen' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('Erster Tag'), { target: { value: first } });
  fireEvent.change(within(dialog).getByLabelText(/^Letzter Tag/), { target: { value: last } });
  await user.click(within(dialog).getByRole('button', { name: 'Speichern' }));
  return { user, sent };
}

test('undo restores what a colleague had saved before it was replaced anyway', async () => {
  const payload: Record<string, unknown> = { ...changedMeanwhile('days.0.expectedVersion'), ...branch(exception('2099-12-24', 7)) };
  const { user, sent } = await add(payload, '2099-12-24');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/10:00–14:00/);
  Object.assign(payload, done, branch({ ...exception('2099-12-24', 8), intervals: [] }));
  await user.click(within(alert).getByRole('button', { name: 'Trotzdem ersetzen' }));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByText('Rückgängig gemacht');
  expect(sent.map(({ variables }) => variables.input['days'])).toEqual([
    [{ date: '2099-12-24', reason: '', intervals: [], expectedVersion: 0 }],
    [{ date: '2099-12-24', reason: '', intervals: [], expectedVersion: 7 }],
    [{ date: '2099-12-24', reason: 'Inventur', intervals: [{ from: '10:00', to: '14:00' }], expectedVersion: 8 }],
  ]);
});

test('another date is not replaced for the one whose change was shown', async () => {
  const { sent } = await add({ ...changedMeanwhile('days.0.expectedVersion'), ...branch(exception('2099-12-24', 7)) }, '2099-12-24');
  await screen.findByRole('alert');
  fireEvent.change(screen.getByLabelText('Erster Tag'), { target: { value: '2099-12-25' } });
  expect(screen.queryByRole('alert')).toBeNull();
  expect(sent).toHaveLength(1);
});

test('undo of several days that others have changed says so once', async () => {
  const dates = ['2099-12-24', '2099-12-25', '2099-12-26'];
  const payload: Record<string, unknown> = { ...done, ...branch(...dates.map((date) => exception(date, 2))) };
  const { user, sent } = await add(payload, '2099-12-24', '2099-12-26');
  const undo = await screen.findByRole('button', { name: 'Rückgängig' });
  Object.assign(payload, changedMeanwhile(...dates.map((_, index) => `days.${index}.expectedVersion`)));
  await user.click(undo);
  expect(await screen.findAllByText('Das hat jemand anders geändert.')).toHaveLength(1);
  expect(sent).toHaveLength(2);
});

test('the version of a past exception is known, which is not listed', async () => {
  const { sent } = await add({ ...done, ...branch(exception('2020-12-24', 4)) }, '2020-12-24');
  await screen.findByRole('button', { name: 'Rückgängig' });
  expect(sent[0]?.variables.input['days']).toMatchObject([{ date: '2020-12-24', expectedVersion: 3 }]);
  expect(screen.getByText('Es gibt keine Ausnahmen.')).toBeDefined();
});
