import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { show } from '../testing/render';
import type { WeeklyInterval } from './intervals';
import { WeekEditor } from './week_editor';

/** The editor as a page uses it, and what it has written last. */
function week(value: readonly WeeklyInterval[], none = 'Geschlossen') {
  const written: { last: readonly WeeklyInterval[] } = { last: value };
  function Week() {
    const [hours, setHours] = useState(value);
    return (
      <WeekEditor
        none={none}
        value={hours}
        onChange={(next) => {
          written.last = next;
          setHours(next);
        }}
      />
    );
  }
  return { element: <Week />, written };
}

const mondayMorning = { weekday: 'MONDAY', from: '09:00', to: '12:00' } as const;
const saturday = { weekday: 'SATURDAY', from: '10:00', to: '14:00' } as const;

test.each([
  ['de', 'Geschlossen', ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']],
  ['en', 'Closed', ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']],
] as const)('the week begins on Monday and names the days in %s', (language, none, days) => {
  show(week([], none).element, language);
  expect(screen.getAllByRole('group').map((day) => day.getAttribute('aria-label'))).toEqual(days);
  expect(screen.getAllByText(none)).toHaveLength(7);
});

test('each day shows its own times', () => {
  show(week([mondayMorning, saturday]).element);
  const day = within(screen.getByRole('group', { name: 'Samstag' }));
  expect(day.getByLabelText<HTMLInputElement>('Samstag, 1. Zeit von').value).toBe('10:00');
  expect(screen.getByRole('group', { name: 'Dienstag' }).textContent).toContain('Geschlossen');
});

test('a change of one day leaves the other days as they were', () => {
  const { element, written } = week([mondayMorning, saturday]);
  show(element);
  fireEvent.change(screen.getByLabelText('Montag, 1. Zeit bis'), { target: { value: '13:00' } });
  expect(written.last).toEqual([{ ...mondayMorning, to: '13:00' }, saturday]);
});

test('one button gives Tuesday to Friday the times of Monday, and leaves the weekend', async () => {
  const { element, written } = week([mondayMorning, { weekday: 'THURSDAY', from: '14:00', to: '20:00' }, saturday]);
  const { user } = show(element);
  await user.click(screen.getByRole('button', { name: 'Di–Fr wie Montag' }));
  expect(written.last.map(({ weekday, from, to }) => `${weekday} ${from}–${to}`)).toEqual([
    'MONDAY 09:00–12:00', 'TUESDAY 09:00–12:00', 'WEDNESDAY 09:00–12:00', 'THURSDAY 09:00–12:00', 'FRIDAY 09:00–12:00', 'SATURDAY 10:00–14:00',
  ]);
});
