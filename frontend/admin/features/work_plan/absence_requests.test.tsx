import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import type { AbsenceRequest } from './absence_request_query';
import { AbsenceRequests } from './absence_requests';

const asked = { id: 'arq_ben', kind: 'HOLIDAY', note: 'Nordsee', firstDay: '2026-12-21', lastDay: '2026-12-31', start: null, end: null, state: 'OPEN', absenceId: null, answer: '', answeredBy: null } as unknown as AbsenceRequest;
const answered = { request: null, strandedAppointments: [], userErrors: [] };

test('what an approval strands is shown before', async () => {
  const appointment = { __typename: 'Appointment', id: 'apt_nora', start: '2026-12-22T09:00:00Z', contact: { __typename: 'Contact', name: 'Nora' }, service: { __typename: 'Service', id: 'svc_cut', name: 'Haarschnitt' } };
  const sent = answerMutations(answered, { AbsenceRequestPreview: { absenceRequestPreview: [appointment] } });
  const user = await showInBranch(<AbsenceRequests list={[asked]} />);
  await user.click(screen.getByRole('button', { name: 'Genehmigen: Urlaub, 21.12.2026 – 31.12.2026' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Genehmigen: Urlaub, 21.12.2026 – 31.12.2026' }));
  await dialog.findByText(/10:00 · Nora · Haarschnitt/);
  await user.click(dialog.getByRole('button', { name: 'Genehmigen' }));
  expect(sent).toMatchObject([{ operationName: 'AbsenceRequestApprove', variables: { input: { id: 'arq_ben' } } }]);
});

test('a request is declined with a reason', async () => {
  const sent = answerMutations(answered);
  const user = await showInBranch(<AbsenceRequests list={[asked]} />);
  await user.click(screen.getByRole('button', { name: /^Ablehnen: Urlaub/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox'), 'Da ist Messe');
  await user.click(dialog.getByRole('button', { name: 'Ablehnen' }));
  expect(sent).toMatchObject([{ operationName: 'AbsenceRequestDecline', variables: { input: { id: 'arq_ben', answer: 'Da ist Messe' } } }]);
});
