import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { RemindersCard, unitOf } from './reminders_card';
import type { BranchSettings } from './settings_query';

const accepted = { branch: null, strandedAppointments: [], userErrors: [] };
const branchWith = (reminderLeads: string[]) => ({ id: 'brn_mitte', reminderLeads }) as unknown as BranchSettings;
const card = () => within(screen.getByRole('region', { name: 'Erinnerungen' }));

test('a lead is added to those that there are', async () => {
  const sent = answerMutations(accepted);
  const user = await showInBranch(<RemindersCard branch={branchWith(['P2D', 'PT2H'])} />);
  expect(card().getByText('48 Stunden vorher')).toBeTruthy();
  await user.clear(card().getByLabelText('Wie lange vorher'));
  await user.type(card().getByLabelText('Wie lange vorher'), '7');
  await user.selectOptions(card().getByLabelText('Einheit'), 'Tage');
  await user.click(card().getByRole('button', { name: 'Erinnerung hinzufügen' }));
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', reminderLeads: ['P2D', 'PT2H', 'PT10080M'] }]));
});

test('a lead is removed', async () => {
  const sent = answerMutations(accepted);
  const user = await showInBranch(<RemindersCard branch={branchWith(['P2D', 'PT2H'])} />);
  await user.click(card().getByRole('button', { name: 'Entfernen: 2 Stunden vorher' }));
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', reminderLeads: ['P2D'] }]));
});

test('what is wrong stands at the field', async () => {
  answerMutations({ ...accepted, userErrors: [{ code: 'LISTED_TWICE', field: ['input', 'reminderLeads', '1'], message: 'Das steht schon in der Liste.' }] });
  const user = await showInBranch(<RemindersCard branch={branchWith(['P1D'])} />);
  await user.click(card().getByRole('button', { name: 'Erinnerung hinzufügen' }));
  expect(await card().findByText('Das steht schon in der Liste.')).toBeTruthy();
  await user.clear(card().getByLabelText('Wie lange vorher'));
  await user.click(card().getByRole('button', { name: 'Erinnerung hinzufügen' }));
  expect(await card().findByText('Gib eine ganze Zahl ein.')).toBeTruthy();
});

test('without leads nobody is reminded', async () => {
  await showInBranch(<RemindersCard branch={branchWith([])} />);
  expect(card().getByText('Deine Kunden werden nicht erinnert.')).toBeTruthy();
});

test.each([
  [15, 'minutes'],
  [90, 'minutes'],
  [120, 'hours'],
  [1440, 'hours'],
  [2880, 'hours'],
  [10_080, 'days'],
] as const)('%i minutes are written in %s', (minutes, unit) => {
  expect(unitOf(minutes)).toBe(unit);
});
