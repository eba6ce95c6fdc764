import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { JoinLink } from './join_link';

const joinUrl = 'https://salon.example/join/token';

const answer = (url: string | null) => answerMutations({}, { JoinLink: { appointment: { __typename: 'Appointment', id: 'apt_nora', joinUrl: url } } });

test('the link of the customer can be opened and copied', async () => {
  answer(joinUrl);
  const user = await showInBranch(<JoinLink appointmentId="apt_nora" />);
  expect((await screen.findByRole('link', { name: 'Videoraum des Kunden' })).getAttribute('href')).toBe(joinUrl);
  await user.click(screen.getByRole('button', { name: 'Link kopieren' }));
  await screen.findByRole('button', { name: 'Kopiert' });
  expect(await navigator.clipboard.readText()).toBe(joinUrl);
});

test('where there is none, nothing stands', async () => {
  answer(null);
  await showInBranch(<JoinLink appointmentId="apt_nora" />);
  await expect.poll(() => screen.getByTestId('page').textContent).toBe('');
});
