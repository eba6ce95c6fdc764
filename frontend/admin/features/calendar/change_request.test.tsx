import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import type { Appointment } from './calendar_query';
import { ChangeRequest } from './change_request';

const asked = (kind: 'MOVE' | 'CANCEL', state = 'OPEN') =>
  ({
    id: 'apt_maria',
    changeRequest: { id: 'req_maria', kind, state, text: 'Geht auch Freitag?', createdAt: '2026-11-23T08:00:00Z', answer: 'Leider voll.', answeredBy: null },
  }) as unknown as Appointment;

const field = () => screen.getByRole('textbox', { name: /Nachricht an den Kunden/ });

test('a request to move leads to the form that moves', async () => {
  let moving = 0;
  answerMutations({}, {});
  const user = await showInBranch(<ChangeRequest appointment={asked('MOVE')} onClose={() => undefined} onMove={() => moving++} />);
  await user.click(await screen.findByRole('button', { name: 'Annehmen und verschieben' }));
  expect(moving).toBe(1);
});

test('what was written stays when declining is put off, and the field has the focus', async () => {
  answerMutations({}, {});
  const user = await showInBranch(<ChangeRequest appointment={asked('CANCEL')} onClose={() => undefined} onMove={() => undefined} />);
  await user.click(await screen.findByRole('button', { name: 'Ablehnen' }));
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await user.keyboard('Freitag');
  await user.click(screen.getByRole('button', { name: 'Abbrechen' }));
  await user.click(screen.getByRole('button', { name: 'Ablehnen' }));
  expect(field()).toHaveProperty('value', 'Freitag');
});

test('a declined request shows its answer, and nothing to press', async () => {
  answerMutations({}, {});
  await showInBranch(<ChangeRequest appointment={asked('MOVE', 'DECLINED')} onClose={() => undefined} onMove={() => undefined} />);
  await screen.findByText('Antwort: Leider voll.');
  expect(screen.queryByRole('button')).toBeNull();
});
