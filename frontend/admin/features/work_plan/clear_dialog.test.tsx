import { Notifications } from '@mantine/notifications';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { ClearDialog } from './clear_dialog';
import type { Versions } from './shown_plans';

const done = { strandedAppointments: [], userErrors: [] };
const plan = (version: number) => ({
  __typename: 'WorkPlan', validFrom: null, validUntil: null, rotationWeeks: 1, rotationStart: '2099-01-05', version,
  shifts: [{ __typename: 'Shift', week: 1, weekday: 'MONDAY', from: '09:00', to: '17:00' }],
});
const override = (date: string, version: number) => ({
  __typename: 'ShiftOverride', date, version, intervals: [{ __typename: 'Interval', from: '10:00', to: '14:00' }],
});
/** Anna as the server has her: her plan at version 3, and an exception that a colleague has just saved. */
const saved = { __typename: 'Staff', id: 'stf_anna', workPlans: [plan(3)], shiftOverrides: [override('2099-12-02', 4), override('2099-12-03', 9)] };
const anna = { __typename: 'Staff', id: 'stf_anna', displayName: 'Anna', workPlans: [plan(10)] };
/** What the page has shown of Anna. */
const shown: Versions = [{ id: 'stf_anna', workPlans: [{ version: 2 }], shiftOverrides: [{ date: '2099-12-02', version: 4 }] }];
const changedMeanwhile = (...fields: string[]) => ({
  strandedAppointments: [],
  userErrors: fields.map((field) => ({ __typename: 'UserError', code: 'CHANGED_MEANWHILE', field: ['input', ...field.split('.')], message: 'Das hat jemand anders geändert.' })),
});

/** Opens the dialog on a server that has read profiles, which may change, and answers with a payload, which may too. */
async function open(payload: Record<string, unknown>, read: unknown[] = [saved], language: Language = 'de') {
  const sent = answerMutations(payload, { PlansBefore: () => ({ staff: page('Staff', read) }) });
  const user = await showInBranch(
    <>
      <Notifications />
      <ClearDialog people={[{ id: 'stf_anna', displayName: 'Anna' }]} shown={{ from: '2099-01-01', staff: shown }} onClose={() => undefined} onDone={() => undefined} />
    </>,
    language,
  );
  const dialog = await screen.findByRole('dialog');
  const clear = language === 'de' ? 'Keine verfügbaren Zeiten' : 'No available times';
  await user.click(within(dialog).getByRole('button', { name: clear }));
  return { user, sent };
}

test('what a colleague has saved since the page was shown is not cleared', async () => {
  const payload: Record<string, unknown> = { ...changedMeanwhile('expectedVersions.0.version', 'expectedShiftOverrides'), staff: [{ ...anna, ...saved }] };
  const read: unknown[] = [saved];
  const { user, sent } = await open(payload, read);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/andere Pläne oder Ausnahmen von Anna/);
  expect(screen.queryByText('Das hat jemand anders geändert.')).toBeNull();
  expect(sent[0]?.variables.input).toMatchObject({
    expectedVersions: [{ staffId: 'stf_anna', version: 2 }],
    expectedShiftOverrides: [{ staffId: 'stf_anna', date: '2099-12-02', version: 4 }],
  });

  // Anyway, it is what the notice has shown, not what a third one saves before the click.
  read[0] = { ...saved, workPlans: [plan(5)], shiftOverrides: [] };
  Object.assign(payload, done);
  await user.click(within(alert).getByRole('button', { name: 'Trotzdem ersetzen' }));
  await screen.findByText(/1 Person hat keine verfügbaren Zeiten mehr/);
  expect(sent[1]?.variables.input).toMatchObject({
    expectedVersions: [{ staffId: 'stf_anna', version: 3 }],
    expectedShiftOverrides: [{ staffId: 'stf_anna', date: '2099-12-02', version: 4 }, { staffId: 'stf_anna', date: '2099-12-03', version: 9 }],
  });
});

test.each([
  ['de', 'Rückgängig', 'Jemand anders hat inzwischen Pläne oder Ausnahmen geändert: Anna. Nichts wurde rückgängig gemacht.'],
  ['en', 'Undo', 'Someone else has changed plans or exceptions meanwhile: Anna. Nothing was undone.'],
] as const)('undo spares exceptions saved after the clear, and says once whose, in %s', async (language, undo, sentence) => {
  const payload: Record<string, unknown> = { ...done, staff: [anna] };
  const { user, sent } = await open(payload, [saved], language);
  const button = await screen.findByRole('button', { name: undo });
  Object.assign(payload, changedMeanwhile('shiftOverrides.0.expectedVersion', 'shiftOverrides.1.expectedVersion'));
  await user.click(button);
  expect(await screen.findAllByText(sentence)).toHaveLength(1);
  expect(screen.queryByText('Das hat jemand anders geändert.')).toBeNull();
  expect(sent[1]?.variables.input).toMatchObject({
    expectedVersions: [{ staffId: 'stf_anna', version: 10 }],
    shiftOverrides: [{ date: '2099-12-02', expectedVersion: 0 }, { date: '2099-12-03', expectedVersion: 0 }],
  });
});

test.each([
  ['de', 'Die Pläne lassen sich nicht laden. Nichts wurde geändert.'],
  ['en', 'Cannot load the plans. Nothing was changed.'],
] as const)('nothing is cleared if what undo needs cannot be read, in %s', async (language, sentence) => {
  const { sent } = await open({ ...done, staff: [] }, [], language);
  expect((await screen.findByRole('alert')).textContent).toBe(sentence);
  expect(sent).toEqual([]);
});

test('a clear that could not be undone is refused in the dialog', async () => {
  const message = 'Mehr als 1000 Pläne oder Ausnahmen auf einmal lassen sich nicht wiederherstellen.';
  const userErrors = [{ __typename: 'UserError', code: 'CLEARS_TOO_MUCH', field: ['input', 'staffIds'], message }];
  await open({ strandedAppointments: [], userErrors, staff: [] });
  expect((await screen.findByRole('alert')).textContent).toBe(message);
  expect(screen.getAllByText(message)).toHaveLength(1);
});
