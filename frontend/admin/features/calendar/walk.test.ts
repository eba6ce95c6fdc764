import { describe, expect, it } from 'vitest';
import type { Appointment } from './calendar_query';
import { type Column, gaps, type Placed } from './columns';
import { neighbor, stepped } from './walk';

/** Writes "anna: a 9, b 11" as a column; each appointment takes an hour. */
function column(text: string): Column {
  const [name = '', list = ''] = text.split(': ');
  const appointments = list
    .split(', ')
    .filter(Boolean)
    .map((one): Placed => {
      const [id = '', hour] = one.split(' ');
      const from = Number(hour) * 3600;
      return { id, staffId: name, from, to: from + 3600, appointment: {} as Appointment };
    });
  const profile = { id: name, displayName: name, title: '', color: '#000000' };
  return { id: name, profile, date: '1970-01-01', from: 0, to: 24 * 3600, origin: 0, working: [], absences: [], appointments };
}

const columns = ['anna: a 9, b 11', 'ben: ', 'clara: c 8, d 12'].map((text) => column(text));
const find = (wanted: string) => columns.flatMap(({ appointments }) => appointments).find(({ id }) => id === wanted) as Placed;

describe('arrows', () => {
  it.each([
    ['a', 'ArrowDown', 'b'],
    ['b', 'ArrowUp', 'a'],
    ['b', 'ArrowDown', undefined],
    ['a', 'ArrowRight', 'c'],
    ['b', 'ArrowRight', 'd'],
    ['d', 'ArrowLeft', 'b'],
    ['a', 'ArrowLeft', undefined],
  ] as const)('lead from %s by %s to %s', (from, arrow, want) => {
    expect(neighbor(columns, find(from), arrow)?.id).toBe(want);
  });

  it.each([
    ['ArrowDown', { staffId: 'anna', from: 9.25 * 3600 }],
    ['ArrowUp', { staffId: 'anna', from: 8.75 * 3600 }],
    ['ArrowRight', { staffId: 'ben', from: 9 * 3600 }],
    ['ArrowLeft', undefined],
  ] as const)('move by %s to %j', (arrow, want) => {
    expect(stepped(columns, find('a'), arrow)).toEqual(want);
  });
});

it('what is not worked is between the work', () => {
  expect(gaps({ from: 8, to: 20 }, [{ from: 9, to: 12 }, { from: 13, to: 18 }])).toEqual([
    { from: 8, to: 9 },
    { from: 12, to: 13 },
    { from: 18, to: 20 },
  ]);
  expect(gaps({ from: 8, to: 20 }, [])).toEqual([{ from: 8, to: 20 }]);
  expect(gaps({ from: 8, to: 20 }, [{ from: 7, to: 21 }])).toEqual([]);
});
