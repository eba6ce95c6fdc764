import { Notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { CopyToOthers } from './copy_to_others';
import { emptyPlan } from './plans';

const plan = (version: number) => ({
  __typename: 'WorkPlan', validFrom: null, validUntil: null, rotationWeeks: 1, rotationStart: '2099-01-05', version, shifts: [],
});
const profile = (name: string, version: number) => ({
  __typename: 'Staff', id: `stf_${name.toLowerCase()}`, displayName: name, workPlans: [plan(version)], shiftOverrides: [],
});
const done = { strandedAppointments: [], userErrors: [] };
const changedMeanwhile = {
  strandedAppointments: [],
  userErrors: [0, 1].map((index) => ({
    __typename: 'UserError', code: 'CHANGED_MEANWHILE', field: ['input', 'expectedVersions', String(index), 'version'], message: 'Das hat jemand anders geändert.',
  })),
};

test('a copy says once whose plans others have changed, and replaces them anyway', async () => {
  const payload: Record<string, unknown> = { ...changedMeanwhile, staff: [profile('Ben', 7), profile('Clara', 8)] };
  let others = [profile('Ben', 2), profile('Clara', 3)];
  const sent = answerMutations(payload, { OthersPlans: () => ({ staff: page('Staff', [profile('Anna', 1), ...others]) }) });
  const user = await showInBranch(
    <>
      <Notifications />
      <CopyToOthers staffId="stf_anna" plan={emptyPlan('2099-01-05')} />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Für andere übernehmen' }));
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByLabelText('Ben')));
  await user.click(within(dialog).getByLabelText('Ben'));
  await user.click(within(dialog).getByLabelText('Clara'));
  others = [profile('Ben', 9), profile('Clara', 9)]; // a third one saves after the notice
  await user.click(within(dialog).getByRole('button', { name: 'Für andere übernehmen' }));
  const alert = await within(dialog).findByRole('alert');
  expect(alert.textContent).toMatch(/andere Pläne oder Ausnahmen von Ben und Clara/);
  expect(screen.queryByText('Das hat jemand anders geändert.')).toBeNull();
  expect(sent[0]?.variables.input).toMatchObject({ expectedVersions: [{ staffId: 'stf_ben', version: 2 }, { staffId: 'stf_clara', version: 3 }] });

  Object.assign(payload, done);
  await user.click(within(alert).getByRole('button', { name: 'Trotzdem ersetzen' }));
  await screen.findByText('Für 2 Personen übernommen');
  expect(sent[1]?.variables.input).toMatchObject({ expectedVersions: [{ staffId: 'stf_ben', version: 7 }, { staffId: 'stf_clara', version: 8 }] });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
