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

/** The branch with its only exception, long ago, if that is in the range. */
const on = (from: unknown, to: unknown) => branch(...[exception('2020-12-24', 3)].filter(({ date }) => date >= String(from ?? '') && date <= String(to)));
/** The branch with weekly hours that a colleague has saved. */
const weekly = (openingHoursVersion: number) => ({
  branch: { __typename: 'Branch', id: 'brn_mitte', openingHoursVersion, openingHours: [{ __typename: 'WeeklyInterval', weekday: 'SUNDAY', from: '10:00', to: '12:00' }] },
});

/** Shows the page of a branch that was open at other times on one day long ago, and adds an exception. */
async function add(payload: Record<string, unknown>, first: string, last = '') {
  const sent = answerMutations(payload, {
    OpeningHours: ({ from }) => ({ branch: { ...on(from, '2100').branch, openingHours: [], openingHoursVersion: 1 } }),
    OpeningExceptions: ({ from, to }) => on(from, to),
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
  expect(await screen.findAllByText('Jemand anders hat das inzwischen geändert. Nichts wurde rückgängig gemacht.')).toHaveLength(1);
  expect(sent).toHaveLength(2);
});

test.each([
  ['de', ['Zeit hinzufügen: Montag', 'Speichern', 'Trotzdem ersetzen', 'Rückgängig'], 'Jemand anders hat das inzwischen geändert. Nichts wurde rückgängig gemacht.'],
  ['en', ['Add time: Monday', 'Save', 'Replace anyway', 'Undo'], 'Someone else has changed this in the meantime. Nothing was undone.'],
] as const)('weekly hours replace what the notice has shown, and a refused undo offers nothing, in %s', async (language, [addTime, save, replace, undo], sentence) => {
  const payload: Record<string, unknown> = { ...changedMeanwhile('expectedVersion'), ...weekly(5) };
  let version = 1;
  const sent = answerMutations(payload, { OpeningHours: () => ({ branch: { ...weekly(version).branch, openingHours: [], openingExceptions: [] } }) });
  const user = await showInBranch(
    <>
      <Notifications />
      <OpeningHoursPage />
    </>,
    language,
  );
  await user.click(await screen.findByRole('button', { name: addTime }));
  version = 6; // a third one saves after the notice
  await user.click(screen.getByRole('button', { name: save }));
  const alert = await screen.findByRole('alert');
  Object.assign(payload, done, weekly(7));
  await user.click(within(alert).getByRole('button', { name: replace }));
  const button = await screen.findByRole('button', { name: undo });
  Object.assign(payload, changedMeanwhile('expectedVersion'));
  await user.click(button);
  await screen.findByText(sentence);
  expect(screen.queryByText('Das hat jemand anders geändert.')).toBeNull();
  expect(sent.map(({ variables: { input } }) => [input['expectedVersion'], (input['hours'] as { weekday: string }[])[0]?.weekday])).toEqual([
    [1, 'MONDAY'],
    [5, 'MONDAY'],
    [7, 'SUNDAY'],
  ]);
});

test('the version of a past exception is read, which is not listed, and undo restores it', async () => {
  const { user, sent } = await add({ ...done, ...branch(exception('2020-12-24', 4)) }, '2020-12-23', '2020-12-24');
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByText('Rückgängig gemacht');
  expect(sent.map(({ variables }) => variables.input['days'])).toMatchObject([
    [{ date: '2020-12-23', expectedVersion: 0 }, { date: '2020-12-24', expectedVersion: 3 }],
    [{ date: '2020-12-23', intervals: null }, { date: '2020-12-24', reason: 'Inventur', intervals: [{ from: '10:00', to: '14:00' }], expectedVersion: 4 }],
  ]);
  expect(screen.getByText('Es gibt keine Ausnahmen.')).toBeDefined();
});

/** Opens the shop on Monday while a colleague saves other times of a weekday, and returns the notice about it. */
async function openMonday(weekday: string) {
  const payload: Record<string, unknown> = { ...changedMeanwhile('expectedVersion'), branch: { ...weekly(5).branch, openingHours: [{ ...weekly(5).branch.openingHours[0], weekday }] } };
  const sent = answerMutations(payload, { OpeningHours: () => ({ branch: { ...weekly(4).branch, openingHours: [], openingExceptions: [] } }) });
  const user = await showInBranch(
    <>
      <Notifications />
      <OpeningHoursPage />
    </>,
  );
  await user.click(await screen.findByRole('button', { name: 'Zeit hinzufügen: Montag' }));
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  return { user, sent, payload, alert: within(await screen.findByRole('alert')) };
}

test('what two have changed on different days can both stand', async () => {
  const { user, sent, payload, alert } = await openMonday('SUNDAY');
  Object.assign(payload, done, weekly(6));
  await user.click(alert.getByRole('button', { name: 'Beides übernehmen' }));
  await screen.findByRole('button', { name: 'Rückgängig' });
  expect(sent.at(-1)?.variables.input).toMatchObject({ expectedVersion: 5, hours: [{ weekday: 'MONDAY' }, { weekday: 'SUNDAY', from: '10:00', to: '12:00' }] });
});

test('what two have changed on the same day is a choice', async () => {
  const { alert } = await openMonday('MONDAY');
  expect(alert.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Neu laden', 'Trotzdem ersetzen']);
});
