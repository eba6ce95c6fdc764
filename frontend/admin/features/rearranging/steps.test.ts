import { expect, it } from 'vitest';
import { proposalOf } from './proposal_example';
import type { Proposal } from './rearranging_query';
import { offeredPlaces } from './offered_places';
import { counted, proposedStep, rearrangementOf, stepTo, undoOf } from './steps';

const clara = { id: 'stf_clara', displayName: 'Clara' };
const at = (hour: number) => `2026-11-24T${String(hour)}:00:00Z`;
const proposal = (id: string, part: Partial<Proposal> = {}): Proposal => proposalOf({ id, start: at(10), blockedUntil: at(11) }, part);

const toClara = proposal('apt_a', { move: { start: at(10), staff: clara } });
const offered = proposal('apt_b', { offer: [{ start: at(14), staff: clara }] });
const hopeless = proposal('apt_c');

it('proposes a colleague, else an offer, else nothing', () => {
  expect([toClara, offered, hopeless].map(proposedStep)).toEqual([stepTo(at(10), 'stf_clara'), 'offer', 'keep']);
});

it('sends what is chosen, and takes back all but cancellations', () => {
  const places = offeredPlaces([toClara, offered, hopeless], proposedStep);
  const made = [
    rearrangementOf(toClara, stepTo(at(10), 'stf_clara'), places),
    rearrangementOf(offered, 'offer', places),
    rearrangementOf(hopeless, 'cancel', places),
    rearrangementOf(hopeless, 'keep', places),
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
