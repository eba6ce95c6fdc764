import { Notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { FormerPlans } from './former_plans';
import { emptyPlan, withWeek } from './plans';

const none = { ClearedPlans: { node: { __typename: 'Staff', id: 'stf_anna', clearedWorkPlans: [] } } };
const former = { ...withWeek(emptyPlan('2020-01-06'), 1, [{ weekday: 'MONDAY', from: '09:00', to: '18:00' }]), validUntil: '2020-11-29', version: 3 };

test('a plan that has ended is brought back from today on, with undo', async () => {
  const sent = answerMutations({ staff: { __typename: 'Staff', id: 'stf_anna', workPlans: [{ __typename: 'WorkPlan', ...former, shifts: [], version: 4 }] }, strandedAppointments: [], userErrors: [] }, none);
  const user = await showInBranch(
    <>
      <Notifications />
      <FormerPlans staffId="stf_anna" plans={[former]} />
    </>,
  );
  expect(screen.getByRole('listitem').textContent).toMatch(/Galt bis 29\.11\.2020.*Montag 09:00–18:00/);
  await user.click(screen.getByRole('button', { name: /^Zurückholen: Plan bis/ }));
  await screen.findByRole('button', { name: 'Rückgängig' });
  expect(sent.map(({ operationName, variables: { input } }) => [operationName, input])).toMatchObject([
    ['StaffWorkPlanReplace', { expectedVersion: 3, validUntil: null, shifts: [{ week: 1, weekday: 'MONDAY', from: '09:00', to: '18:00' }] }],
  ]);
  expect(sent[0]?.variables.input['validFrom']).toMatch(/^\d{4}-/);
});

test('without former plans there is nothing to read', async () => {
  answerMutations({}, none);
  await showInBranch(<FormerPlans staffId="stf_anna" plans={[{ ...former, validUntil: null }]} />);
  expect(screen.queryByText('Frühere Pläne')).toBeNull();
});

test('a plan that was cleared before it began is brought back from its first day on', async () => {
  const cleared = { ...former, __typename: 'ClearedWorkPlan', validFrom: '2099-02-02', validUntil: null, shifts: [{ __typename: 'Shift', week: 1, weekday: 'MONDAY', from: '09:00', to: '18:00' }] };
  const sent = answerMutations(
    { staff: { __typename: 'Staff', id: 'stf_anna', workPlans: [] }, strandedAppointments: [], userErrors: [] },
    { ClearedPlans: { node: { __typename: 'Staff', id: 'stf_anna', clearedWorkPlans: [cleared] } } },
  );
  const user = await showInBranch(<FormerPlans staffId="stf_anna" plans={[]} />);
  expect((await screen.findByRole('listitem')).textContent).toMatch(/Geplant ab 02\.02\.2099.*Montag 09:00–18:00/);
  await user.click(screen.getByRole('button', { name: 'Zurückholen: Plan ab 02.02.2099' }));
  await waitFor(() => expect(sent[0]?.variables.input).toMatchObject({ validFrom: '2099-02-02', validUntil: null, expectedVersion: 0 }));
});
