import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { show } from '../testing/render';
import { IntervalList } from './interval_list';
import type { Interval } from './intervals';

/** The list as a page uses it, and what it has written last. */
function monday(value: readonly Interval[], none = 'Geschlossen', label = 'Montag') {
  const written: { last: readonly Interval[] } = { last: value };
  function Monday() {
    const [intervals, setIntervals] = useState(value);
    return (
      <IntervalList
        label={label}
        none={none}
        value={intervals}
        onChange={(next) => {
          written.last = next;
          setIntervals(next);
        }}
      />
    );
  }
  return { element: <Monday />, written };
}

const type = (label: string, time: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: time } });

test('a day without times says that it is closed', () => {
  const { element } = monday([]);
  show(element);
  expect(screen.getByRole('group', { name: 'Montag' }).textContent).toContain('Geschlossen');
});

test('the first time that is added is a usual day, the next an hour later', async () => {
  const { element, written } = monday([]);
  const { user } = show(element);
  await user.click(screen.getByRole('button', { name: /hinzufügen: Montag/ }));
  expect(written.last).toEqual([{ from: '09:00', to: '18:00' }]);
  expect(screen.queryByText('Geschlossen')).toBeNull();
  await user.click(screen.getByRole('button', { name: /hinzufügen: Montag/ }));
  expect(written.last).toEqual([{ from: '09:00', to: '18:00' }, { from: '19:00', to: '20:00' }]);
});

test('midnight as the end is 24:00, the end of the same day', () => {
  const { element, written } = monday([{ from: '20:00', to: '23:00' }]);
  show(element);
  type('Montag, 1. Zeit bis', '00:00');
  expect(written.last).toEqual([{ from: '20:00', to: '24:00' }]);
  expect(screen.getByLabelText<HTMLInputElement>('Montag, 1. Zeit bis').value).toBe('00:00');
  expect(screen.queryByText('Das Ende muss nach dem Anfang liegen.')).toBeNull();
});

test.each([
  ['Das Ende muss nach dem Anfang liegen.', 'de', 'Montag', 'Montag, 1. Zeit bis'],
  ['The end must be after the start.', 'en', 'Monday', 'Monday, time 1 to'],
] as const)('an end before its beginning says: %s', (sentence, language, label, end) => {
  const { element } = monday([{ from: '09:00', to: '18:00' }], '', label);
  show(element, language);
  type(end, '08:00');
  expect(screen.getByLabelText(end).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(sentence)).toBeDefined();
});

test('a change of one time leaves the other as it was', () => {
  const { element, written } = monday([{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }]);
  show(element);
  type('Montag, 2. Zeit von', '14:00');
  expect(written.last).toEqual([{ from: '09:00', to: '12:00' }, { from: '14:00', to: '18:00' }]);
});

test('a time that is removed is the one beside the button', async () => {
  const { element, written } = monday([{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }]);
  const { user } = show(element);
  await user.click(screen.getByRole('button', { name: /entfernen: Montag, 1\./ }));
  expect(written.last).toEqual([{ from: '13:00', to: '18:00' }]);
});
