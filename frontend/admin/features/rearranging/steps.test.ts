import { expect, it } from 'vitest';
import type { Proposal } from './rearranging_query';
import { counted, offeredPlaces, proposedStep, rearrangementOf, stepTo, undoOf } from './steps';

const clara = { id: 'stf_clara', displayName: 'Clara' };
const at = (hour: number) => `2026-11-24T${String(hour)}:00:00Z`;
const proposal = (id: string, part: Partial<Proposal> = {}): Proposal => ({
  appointment: {
    id,
    start: at(10),
    version: 3,
    contact: null,
    service: { id: 'svc_cut', name: 'Haarschnitt' },
    staff: { id: 'stf_ben', displayName: 'Ben' },
    offer: null,
  },
  colleagues: [],
  starts: [],
  mayOffer: true,
  move: null,
  offer: [],
  ...part,
});

const toClara = proposal('apt_a', { move: { start: at(10), staff: clara } });
const offered = proposal('apt_b', { offer: [{ start: at(14), staff: clara }] });
const hopeless = proposal('apt_c');

it('proposes a colleague, else an offer, else nothing', () => {
  expect([toClara, offered, hopeless].map(proposedStep)).toEqual([stepTo(at(10), 'stf_clara'), 'offer', 'keep']);
});

it('offers the next free times where nothing is proposed', () => {
  const starts = [11, 12, 13, 14].map((hour) => ({ start: at(hour), staff: [clara] }));
  expect(offeredPlaces(proposal('apt_d', { starts })).map(({ start }) => start)).toEqual([at(11), at(12), at(13)]);
});

it('sends what is chosen, and takes back all but cancellations', () => {
  const made = [
    rearrangementOf(toClara, stepTo(at(10), 'stf_clara')),
    rearrangementOf(offered, 'offer'),
    rearrangementOf(hopeless, 'cancel'),
    rearrangementOf(hopeless, 'keep'),
  ].flatMap((one) => one ?? []);
  expect(made).toEqual([
    { appointmentId: 'apt_a', expectedVersion: 3, move: { start: at(10), staffId: 'stf_clara' } },
    { appointmentId: 'apt_b', expectedVersion: 3, offer: { starts: [{ start: at(14), staffId: 'stf_clara' }] } },
    { appointmentId: 'apt_c', expectedVersion: 3, cancel: true },
  ]);
  expect(counted(made)).toEqual({ moved: 1, offered: 1, cancelled: 1 });
  const after = ['apt_a', 'apt_b', 'apt_c'].map((id) => ({ id, version: 4 }));
  expect(undoOf([toClara, offered, hopeless], made, after)).toEqual([
    { appointmentId: 'apt_a', expectedVersion: 4, move: { start: at(10), staffId: 'stf_ben', override: true } },
    { appointmentId: 'apt_b', expectedVersion: 4, withdrawOffer: true },
  ]);
});
