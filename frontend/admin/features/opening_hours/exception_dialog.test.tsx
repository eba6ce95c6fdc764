import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { ExceptionDialog } from './exception_dialog';
import type { Exceptional } from './exceptions_change';
import type { Exception } from './opening_hours_query';

interface Given {
  exception?: Exception;
  language?: Language;
  /** The sentence with which the server refuses. */
  refusal?: string;
}

/** Opens the dialog, and returns what it has saved and whether it has closed. */
async function open({ exception, language, refusal }: Given = {}) {
  const saved: { dates: readonly string[]; exceptional: Exceptional }[] = [];
  let closed = false;
  const user = await showInBranch(
    <ExceptionDialog
      exception={exception}
      save={async (dates, exceptional) => {
        saved.push({ dates, exceptional });
        return refusal === undefined ? undefined : { message: refusal };
      }}
      onClose={() => {
        closed = true;
      }}
    />,
    language,
  );
  return { user, saved, isClosed: () => closed };
}

const type = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test.each<[string, Given, RegExp]>([
  ['the first day of a new one', {}, /^Erster Tag/],
  ['the reason of one whose day is given', { exception: { date: '2026-12-24', intervals: [], reason: '', version: 1 } }, /^Grund/],
])('the focus is in %s', async (_, given, label) => {
  await open(given);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(label)));
});

test('one closed day needs a date and nothing else', async () => {
  const { user, saved, isClosed } = await open();
  type('Erster Tag', '2026-12-24');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect(saved).toEqual([{ dates: ['2026-12-24'], exceptional: { intervals: [], reason: '' } }]);
  expect(isClosed()).toBe(true);
});

test('several days get the same hours and the same reason', async () => {
  const { user, saved } = await open();
  type('Erster Tag', '2026-12-30');
  type(/^Letzter Tag/, '2027-01-01');
  expect(screen.getByText('3 Tage')).toBeDefined();
  await user.click(screen.getByText('Geöffnet'));
  await user.type(screen.getByLabelText(/^Grund/), 'Jahreswechsel');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect(saved).toEqual([
    { dates: ['2026-12-30', '2026-12-31', '2027-01-01'], exceptional: { intervals: [{ from: '09:00', to: '18:00' }], reason: 'Jahreswechsel' } },
  ]);
});

test.each([
  ['de', 'Erster Tag', /^Letzter Tag/, 'Speichern', /nicht vor dem ersten/],
  ['en', 'First day', /^Last day/, 'Save', /not before the first/],
] as const)('a last day before the first is announced and not saved, in %s', async (language, first, last, button, sentence) => {
  const { user, saved, isClosed } = await open({ language });
  type(first, '2026-12-24');
  type(last, '2026-12-23');
  await user.click(screen.getByRole('button', { name: button }));
  expect(screen.getByRole('alert').textContent).toMatch(sentence);
  expect(saved).toEqual([]);
  expect(isClosed()).toBe(false);
});

test('hours without an end are announced and not saved', async () => {
  const { user, saved } = await open();
  type('Erster Tag', '2026-12-24');
  await user.click(screen.getByText('Geöffnet'));
  type(/1\. Zeit bis$/, '08:00');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect(screen.getByRole('alert').textContent).toMatch(/Anfang und Ende/);
  expect(saved).toEqual([]);
});

test('an existing exception keeps its date', async () => {
  const { user, saved } = await open({ exception: { date: '2026-12-24', reason: 'Heiligabend', intervals: [{ from: '09:00', to: '13:00' }] } as Exception });
  expect(screen.getByLabelText<HTMLInputElement>('Erster Tag').disabled).toBe(true);
  expect(screen.queryByLabelText(/^Letzter Tag/)).toBeNull();
  type(/1\. Zeit bis$/, '12:00');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect(saved).toEqual([{ dates: ['2026-12-24'], exceptional: { reason: 'Heiligabend', intervals: [{ from: '09:00', to: '12:00' }] } }]);
});

test('a refusal of the server is announced, and what was typed stays', async () => {
  const { user, isClosed } = await open({ refusal: 'Der Tag ist vorbei.' });
  type('Erster Tag', '2020-12-24');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Der Tag ist vorbei.');
  expect(screen.getByLabelText<HTMLInputElement>('Erster Tag').value).toBe('2020-12-24');
  expect(isClosed()).toBe(false);
});
