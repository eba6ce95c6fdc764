import { Notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { Proposals } from './rearranging_page';
import { proposalOf } from './proposal_example';
import type { Proposal } from './rearranging_query';

const clara = { id: 'stf_clara', displayName: 'Clara' };
const at = (hour: number) => `2026-11-24T${String(hour)}:00:00Z`;
const proposal = (id: string, name: string, part: Partial<Proposal>): Proposal => proposalOf({ id, start: at(10), blockedUntil: at(11), contact: { name, email: `${id}@kunde.example`, phone: '' } }, part);
const moved = proposal('apt_nora', 'Nora', { colleagues: [clara], move: { start: at(10), staff: clara } });
const offered = proposal('apt_lena', 'Lena', { offer: [{ start: at(14), staff: clara }] });

const shown = (
  <>
    <Notifications />
    <Proposals proposals={[moved, offered]} />
  </>
);

const choiceFor = (name: string) => screen.getByLabelText<HTMLSelectElement>(`Was geschieht mit dem Termin von ${name}?`);

test('all proposals are made in one step that says how many, and taken back in one', async () => {
  const after = [
    { __typename: 'Appointment', id: 'apt_nora', version: 4, offer: null },
    { __typename: 'Appointment', id: 'apt_lena', version: 3, offer: null },
  ];
  const sent = answerMutations({ appointments: after, refused: [], userErrors: [] });
  const user = await showInBranch(shown);
  await user.click(screen.getByRole('button', { name: 'Alle übernehmen' }));
  const dialog = await screen.findByRole('dialog', { name: 'Umplanen' });
  expect(within(dialog).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['1 Termin wird verschoben', '1 Kunde bekommt ein Angebot']);
  await user.click(within(dialog).getByRole('button', { name: 'Umplanen' }));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ variables }) => variables.input['appointments'])).toEqual([
    [
      { appointmentId: 'apt_nora', expectedVersion: 3, move: { start: at(10), staffId: 'stf_clara' } },
      { appointmentId: 'apt_lena', expectedVersion: 3, offer: { starts: [{ start: at(14), staffId: 'stf_clara' }] } },
    ],
    [
      { appointmentId: 'apt_nora', expectedVersion: 4, move: { start: at(10), staffId: 'stf_ben', override: true } },
      { appointmentId: 'apt_lena', expectedVersion: 3, withdrawOffer: true },
    ],
  ]);
});

test('what was refused stands beside its appointment, and the choice stays', async () => {
  answerMutations({
    appointments: [],
    refused: [],
    userErrors: [{ __typename: 'UserError', code: 'START_TAKEN', field: ['input', 'appointments', '0', 'move'], message: 'Diese Zeit ist vergeben.' }],
  });
  const user = await showInBranch(shown);
  await user.selectOptions(choiceFor('Lena'), 'Noch nichts tun');
  await user.click(screen.getByRole('button', { name: 'Alle übernehmen' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Umplanen' }));
  await waitFor(() => expect(choiceFor('Nora').getAttribute('aria-invalid')).toBe('true'));
  expect(choiceFor('Lena').value).toBe('keep');
});

test('what a customer has decided meanwhile stays, and the rest is taken back', async () => {
  const after = ['apt_nora', 'apt_lena'].map((id) => ({ __typename: 'Appointment', id, version: 4, offer: null }));
  const done = { appointments: after, refused: [], userErrors: [] };
  const changed = { __typename: 'UserError', code: 'CHANGED_MEANWHILE', field: ['input', 'appointments', '1', 'expectedVersion'], message: 'Inzwischen geändert.' };
  const answers = [done, { appointments: [], refused: [], userErrors: [changed] }, done];
  const sent = answerMutations(() => answers.shift()!);
  const user = await showInBranch(shown);
  await user.click(screen.getByRole('button', { name: 'Alle übernehmen' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Umplanen' }));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByText('Inzwischen geändert und deshalb nicht zurückgenommen: Lena');
  await screen.findByText('Rückgängig gemacht');
  expect(sent.map(({ variables }) => (variables.input['appointments'] as { appointmentId: string }[]).map(({ appointmentId }) => appointmentId))).toEqual([
    ['apt_nora', 'apt_lena'],
    ['apt_nora', 'apt_lena'],
    ['apt_nora'],
  ]);
});
