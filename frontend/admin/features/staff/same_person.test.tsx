import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import type { Profile } from './profile_query';
import { SamePerson } from './same_person';

const twins = [{ id: 'stf_video', displayName: 'Video Anna' }, { id: 'stf_west', displayName: 'Anna West' }];
const profile = { id: 'stf_anna', samePersonAs: twins } as unknown as Profile;
const overlap = { __typename: 'UserError', code: 'APPOINTMENTS_OVERLAP', field: ['input', 'samePersonAs'], message: 'Die Termine überschneiden sich.' };

test('the profiles of the person are one choice, and a refusal is told at the field', async () => {
  const sent = answerMutations({ staff: null, strandedAppointments: [], userErrors: [overlap] });
  const user = await showInBranch(<SamePerson profile={profile} disabled={false} />);
  const field = screen.getByLabelText<HTMLSelectElement>('Dieselbe Person wie');
  expect([...field.options].map(({ text }) => text)).toEqual(['Niemand sonst', 'Video Anna und Anna West']);
  await user.selectOptions(field, 'Niemand sonst');
  await screen.findByText('Die Termine überschneiden sich.');
  expect(sent).toContainEqual({ operationName: 'StaffSamePersonSet', variables: { input: { id: 'stf_anna', samePersonAs: null } } });
  expect(field.value).toBe('stf_video');
});
