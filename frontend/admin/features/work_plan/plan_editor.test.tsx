import { Notifications } from '@mantine/notifications';
import { cleanup, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { PlanEditor } from './plan_editor';
import { emptyPlan } from './plans';

test('undo restores the plan that a colleague had saved before it was replaced anyway', async () => {
  const shift = { week: 1, weekday: 'TUESDAY', from: '10:00', to: '12:00' };
  const saved = { __typename: 'WorkPlan', ...emptyPlan('2099-01-05'), version: 5, shifts: [{ __typename: 'Shift', ...shift }] };
  const anna = (version: number) => ({ staff: { __typename: 'Staff', id: 'stf_anna', workPlans: [{ ...saved, version }] } });
  const userErrors = [{ __typename: 'UserError', code: 'CHANGED_MEANWHILE', field: ['input', 'expectedVersion'], message: 'Geändert.' }];
  const payload: Record<string, unknown> = { strandedAppointments: [], userErrors, ...anna(5) };
  const sent = answerMutations(payload);
  const user = await showInBranch(
    <>
      <Notifications />
      <PlanEditor staffId="stf_anna" plans={[{ ...emptyPlan('2099-01-05'), version: 2 }]} />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Zeit hinzufügen: Montag' }));
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/Dienstag 10:00–12:00/);
  Object.assign(payload, { userErrors: [] }, anna(6));
  await user.click(within(alert).getByRole('button', { name: 'Trotzdem ersetzen' }));
  const undo = await screen.findByRole('button', { name: 'Rückgängig' });
  Object.assign(payload, { staff: [] });
  await user.click(undo);
  await screen.findByText('Rückgängig gemacht');
  expect(sent.map(({ variables }) => variables.input)).toMatchObject([
    { expectedVersion: 2 },
    { expectedVersion: 5 },
    { expectedVersions: [{ staffId: 'stf_anna', version: 6 }], plans: [{ shifts: [] }, { shifts: [shift] }] },
  ]);
});

test('a draft stands there again after another visit, and stands in the way of another plan', async () => {
  answerMutations({});
  const plans = [
    { ...emptyPlan('2099-01-05'), validUntil: '2099-01-31', version: 2 },
    { ...emptyPlan('2099-01-05'), validFrom: '2099-02-01', version: 2 },
  ];
  const user = await showInBranch(<PlanEditor staffId="stf_anna" plans={plans} />);
  await user.click(screen.getByRole('button', { name: 'Zeit hinzufügen: Montag' }));
  cleanup();
  await showInBranch(<PlanEditor staffId="stf_anna" plans={plans} />);
  expect(screen.getByText(/dein Entwurf von vorhin/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Speichern' })).toBeTruthy();
  expect(screen.getByLabelText<HTMLSelectElement>('Andere Zeiträume').disabled).toBe(true);
  cleanup();
  await showInBranch(<PlanEditor staffId="stf_ben" plans={plans} />);
  expect(screen.queryByRole('button', { name: 'Speichern' })).toBeNull();
});
