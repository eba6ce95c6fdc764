import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Outcome } from '../../api/change';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { AbsenceDialog } from './absence_dialog';
import type { NewAbsence } from './use_absences';

const accepted: Outcome<unknown> = { done: true, payload: {}, stranded: 0 };

/** Opens the dialog, and returns what it has saved and whether it has closed. */
async function open(answer = accepted, language: Language = 'de') {
  const saved: NewAbsence[] = [];
  let closed = false;
  const user = await showInBranch(
    <AbsenceDialog
      staffId="stf_ben"
      save={async (absence) => {
        saved.push(absence);
        return answer;
      }}
      onClose={() => {
        closed = true;
      }}
    />,
    language,
  );
  return { user, saved, isClosed: () => closed };
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('a vacation is given in whole days', async () => {
  const { user, saved, isClosed } = await open();
  type('Erster Tag', '2026-12-21');
  type('Letzter Tag', '2026-12-31');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect(saved).toEqual([{ idempotencyKey: expect.any(String), kind: 'HOLIDAY', note: '', days: { first: '2026-12-21', last: '2026-12-31' } }]);
  expect(isClosed()).toBe(true);
});

test('a training until midnight is given in hours of the branch', async () => {
  const { user, saved } = await open();
  await user.selectOptions(screen.getByRole('combobox'), 'Fortbildung');
  await user.click(screen.getByRole('switch'));
  type('Erster Tag', '2026-07-01');
  type('Letzter Tag', '2026-07-02');
  type('Von', '14:30');
  type('Bis', '00:00');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect(saved).toEqual([{ idempotencyKey: expect.any(String), kind: 'TRAINING', note: '', times: { start: '2026-07-01T12:30:00Z', end: '2026-07-01T22:00:00Z' } }]);
});

test('an absence without an end cannot be saved', async () => {
  await open();
  type('Letzter Tag', '');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Speichern' }).disabled).toBe(true);
});

test('a refusal of the server is announced, and the dialog stays', async () => {
  const refused: Outcome<unknown> = { done: false, errors: [{ code: 'INVALID', field: ['days'], message: 'Das Ende liegt vor dem Anfang.' }], payload: undefined };
  const { user, isClosed } = await open(refused);
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Das Ende liegt vor dem Anfang.');
  expect(isClosed()).toBe(false);
});
