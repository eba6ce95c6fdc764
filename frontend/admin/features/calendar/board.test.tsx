import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { Board } from './board';
import { type BoardLook, BoardLookContext } from './board_look';
import { scaleOf, secondsOf } from './board_scale';
import type { Appointment, Day, Profile } from './calendar_query';
import { columnsOf, type Place, placed } from './columns';

const profile = (id: string, displayName: string): Profile => ({ id, displayName, title: '', color: '#0f5c63' });
const anna = profile('stf_anna', 'Anna');
const ben = profile('stf_ben', 'Ben');
const clara = profile('stf_clara', 'Clara');

/** 09:00 in Berlin is 08:00Z on this day. */
const at = (time: string) => `2026-11-23T${time}:00Z`;

const day = {
  date: '2026-11-23',
  start: '2026-11-22T23:00:00Z',
  end: '2026-11-23T23:00:00Z',
  staff: [anna, ben, clara].map((one) => ({ profile: one, working: [{ start: at('08:00'), end: at('17:00') }], absences: [] })),
} as Day;

const appointment = (customer: string, staff: Profile, start: string, end: string, status: Appointment['status'] = 'CONFIRMED') =>
  ({
    id: `apt_${customer}`,
    start: at(start),
    end: at(end),
    status,
    contact: { name: customer },
    customer: null,
    service: { id: 'svc_cut', name: 'Haarschnitt', delivery: 'IN_SALON', category: { id: 'cat_hair', name: 'Haare' } },
    staff,
  }) as Appointment;

const maria = appointment('Maria', anna, '08:00', '09:00');
const jonas = appointment('Jonas', anna, '10:00', '11:00');
const lena = appointment('Lena', clara, '07:00', '08:00');
const tom = appointment('Tom', clara, '11:00', '12:00');

/** Shows the day as the calendar page does: an appointment that is moved stands in its new place at once. */
async function showDay(appointments: readonly Appointment[] = [maria, jonas, lena, tom], language: Language = 'de', days: readonly Day[] = [day], look: Partial<BoardLook> = {}) {
  const opened: string[] = [];
  const moves: string[] = [];
  const freed: string[] = [];
  function CalendarDay() {
    const [moved, setMoved] = useState<Readonly<Record<string, Place>>>({});
    const columns = columnsOf(days, appointments.map((one) => placed(one, moved[one.id])), 'Europe/Berlin');
    return (
      <BoardLookContext value={{ coloring: 'status', categoryIds: [], chosenCategories: [], stranded: new Set(), ...look }}>
        <Board
          scale={scaleOf(columns)}
          columns={columns}
          {...(days.length > 1 && { weekOf: '2026-11-23' })}
          onOpen={(id) => opened.push(id)}
          onMove={({ id, start }, place, staffName) => {
            moves.push(`${(place.from - secondsOf(start)) / 60} min, ${staffName}`);
            setMoved((before) => ({ ...before, [id]: place }));
          }}
          onDrop={() => undefined}
          onFree={({ staffId = '', date = '' }) => freed.push(`${staffId} ${date}`)}
        />
      </BoardLookContext>
    );
  }
  const user = await showInBranch(<CalendarDay />, language);
  return { user, opened, moves, freed };
}

const block = (customer: string) => screen.getByRole('button', { name: new RegExp(`^${customer}`) });
const namesIn = (person: string) => within(screen.getByRole('list', { name: `Termine: ${person}` })).queryAllByRole('button').map((one) => one.textContent);
const focused = () => document.activeElement?.textContent;

test('each column names the person and lists the appointments in order', async () => {
  await showDay();
  expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual(['Anna', 'Ben', 'Clara']);
  expect(namesIn('Anna')).toEqual([expect.stringMatching(/^Maria09:00–10:00/), expect.stringMatching(/^Jonas11:00–12:00/)]);
  expect(namesIn('Ben')).toEqual([]);
});

test('arrow keys walk from appointment to appointment', async () => {
  const { user } = await showDay();
  block('Maria').focus();
  await user.keyboard('{ArrowDown}');
  expect(focused()).toMatch(/^Jonas/);
  await user.keyboard('{ArrowDown}');
  expect(focused()).toMatch(/^Jonas/);
  await user.keyboard('{ArrowRight}');
  expect(focused()).toMatch(/^Tom/);
  await user.keyboard('{ArrowUp}');
  expect(focused()).toMatch(/^Lena/);
  await user.keyboard('{ArrowLeft}');
  expect(focused()).toMatch(/^Maria/);
});

test('Enter opens the appointment', async () => {
  const { user, opened } = await showDay();
  block('Jonas').focus();
  await user.keyboard('{Enter}');
  expect(opened).toEqual(['apt_Jonas']);
});

test('Alt and an arrow move an appointment by a quarter of an hour or to the next person', async () => {
  const { user, moves } = await showDay();
  block('Maria').focus();
  await user.keyboard('{Alt>}{ArrowDown}{ArrowUp}{ArrowUp}{ArrowRight}{/Alt}');
  expect(moves).toEqual(['15 min, Anna', '0 min, Anna', '-15 min, Anna', '-15 min, Ben']);
});

test('an appointment that moves to another person keeps the focus', async () => {
  const { user } = await showDay();
  block('Maria').focus();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  expect(within(screen.getByRole('list', { name: 'Termine: Ben' })).getByRole('button', { name: /^Maria/ })).toBe(document.activeElement);
});

test('no arrow moves an appointment past the last person or before midnight', async () => {
  const { user, moves } = await showDay([{ ...tom, start: '2026-11-22T23:00:00Z' }]);
  block('Tom').focus();
  await user.keyboard('{Alt>}{ArrowRight}{ArrowUp}{/Alt}');
  expect(moves).toEqual([]);
});

test.each([
  ['de', /^Reservierung/],
  ['en', /^Hold/],
] as const)('a hold shows no name and cannot be moved, in %s', async (language, name) => {
  const { user, moves } = await showDay([appointment('', ben, '09:00', '10:00', 'HELD')], language);
  screen.getByRole('button', { name }).focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(moves).toEqual([]);
});

test.each([
  ['de', 'Video-Beratung: Maria'],
  ['en', 'Video consultation: Maria'],
] as const)('a video consultation says so to those who do not see the icon, in %s', async (language, text) => {
  await showDay([{ ...maria, service: { ...maria.service, delivery: 'VIDEO' } }], language);
  expect(screen.getByRole('button', { name: /Maria/ }).textContent).toContain(text);
});

/** The next day, on which Ben is ill and Anna has a break. */
const tuesday: Day = {
  date: '2026-11-24',
  start: '2026-11-23T23:00:00Z',
  end: '2026-11-24T23:00:00Z',
  staff: [
    { profile: anna, working: [], absences: [{ id: 'abs_break', kind: 'BREAK', firstDay: null, lastDay: null, start: '2026-11-24T11:00:00Z', end: '2026-11-24T11:30:00Z' }] },
    { profile: ben, working: [], absences: [{ id: 'abs_ill', kind: 'SICK', firstDay: '2026-11-24', lastDay: '2026-11-25', start: null, end: null }] },
  ],
};

test('a week has a column for each person and day, and keys move between days', async () => {
  const { user, moves, freed } = await showDay([maria], 'de', [{ ...day, staff: day.staff.slice(0, 1) }, { ...tuesday, staff: tuesday.staff.slice(0, 1) }]);
  screen.getByRole('region', { name: 'Wochenplan' });
  screen.getByRole('list', { name: 'Termine: Anna, Di., 24.11.' });
  block('Maria').focus();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  expect(moves).toEqual(['1440 min, Anna']);
  expect(document.activeElement).toBe(block('Maria'));
  screen.getByRole('button', { name: 'Freie Zeit: Anna, Di., 24.11.' }).focus();
  await user.keyboard('{Enter}');
  expect(freed).toEqual(['stf_anna 2026-11-24']);
});

test('absences stand on the board with their kind, and whoever may removes them, with undo', async () => {
  const sent = answerMutations({ removedId: 'abs_break', userErrors: [] });
  const { user } = await showDay([], 'de', [tuesday]);
  screen.getByText('Krank · 0 Termine');
  screen.getByRole('button', { name: 'Krank, Ben, ganztags' });
  await user.click(screen.getByRole('button', { name: 'Pause, Anna, 12:00–12:30' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Pause entfernen' }));
  await waitFor(() => expect(sent).toMatchObject([{ operationName: 'StaffAbsenceRemove', variables: { input: { id: 'abs_break' } } }]));
});

test.each([
  ['COMPLETED', /^Stattgefunden: Maria/],
  ['NO_SHOW', /^Nicht erschienen: Maria/],
] as const)('an appointment that is %s says so', async (status, name) => {
  await showDay([{ ...maria, status }]);
  expect(screen.getByRole('button', { name }).dataset).toMatchObject({ status });
});

test('an appointment outside the plans says so, and one of another category than chosen steps back', async () => {
  await showDay([maria], 'de', [day], { stranded: new Set([maria.id]), chosenCategories: ['cat_other'] });
  expect(screen.getByRole('button', { name: /^Außerhalb der verfügbaren Zeiten: Maria/ }).dataset).toMatchObject({ faded: 'true', stranded: 'true' });
});

/** The same by video. */
const video = (one: Appointment, presence: Partial<Appointment>): Appointment => ({
  ...one, service: { ...one.service, delivery: 'VIDEO' }, roomAdmittedAt: null, customerWaitsSince: null, customerLateUntil: null, ...presence,
});

test('a customer in the waiting room and one who comes later show on the board', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at('09:58')) });
  await showDay([video(jonas, { customerWaitsSince: at('09:56') }), video(lena, { customerLateUntil: at('07:10') }), video(tom, { customerWaitsSince: at('10:55'), roomAdmittedAt: at('10:57') })]);
  expect(screen.getByRole('button', { name: /Jonas/ }).textContent).toBe(' Video-Beratung:  Im Warteraum: Jonaswartet seit 2 Min. · 11:00–12:00 Haarschnitt');
  expect(screen.getByRole('button', { name: /Lena/ }).textContent).toContain('kommt gegen 08:10 Uhr · 08:00–09:00');
  expect(screen.getByRole('button', { name: /Tom/ }).textContent).not.toContain('wartet');
  vi.useRealTimers();
});
