import { expect, it } from 'vitest';
import { offeredPlaces } from './offered_places';
import { proposalOf } from './proposal_example';
import type { Proposal } from './rearranging_query';
import { type Step, stepTo } from './steps';

const anna = { id: 'stf_anna', displayName: 'Anna' };
const clara = { id: 'stf_clara', displayName: 'Clara' };
const at = (clock: string) => `2026-11-24T${clock}:00Z`;
const starts = (...list: readonly (readonly [string, ...(typeof anna)[]])[]) => list.map(([clock, ...staff]) => ({ start: at(clock), staff }));

/** An appointment at ten, of 75 minutes. */
const proposal = (id: string, part: Partial<Proposal>): Proposal => proposalOf({ id, start: at('10:00'), blockedUntil: at('11:15') }, part);

const free = starts(['11:00', clara], ['12:00', clara], ['13:00', anna, clara], ['14:00', clara], ['15:00', clara], ['16:00', clara], ['16:30', clara]);

/** What each appointment would be offered, with the step that is chosen for it. */
function offered(...list: readonly (readonly [Proposal, Step])[]) {
  const places = offeredPlaces(
    list.map(([one]) => one),
    (one) => list.find(([other]) => other === one)?.[1] ?? 'keep',
  );
  return list.map(([{ appointment }]) => places.get(appointment.id)?.map(({ start, staff }) => `${start.slice(11, 16)} ${staff.displayName}`).join(', '));
}

it.each<[string, (readonly [Proposal, Step])[], string[]]>([
  ['the next three times of which none meets another', [[proposal('apt_a', { starts: free }), 'keep']], ['11:00 Clara, 13:00 Anna, 14:00 Clara']],
  ['what is proposed, where something is', [[proposal('apt_a', { starts: free, offer: [{ start: at('15:00'), staff: clara }] }), 'offer']], ['15:00 Clara']],
  [
    'nothing that a move takes',
    [
      [proposal('apt_a', {}), stepTo(at('12:00'), 'stf_clara')],
      [proposal('apt_b', { starts: free }), 'keep'],
    ],
    ['', '13:00 Anna, 14:00 Clara, 16:00 Clara'],
  ],
  [
    'nothing that is offered to somebody before',
    [
      [proposal('apt_a', { starts: free }), 'offer'],
      [proposal('apt_b', { starts: free }), 'offer'],
    ],
    ['11:00 Clara, 13:00 Anna, 14:00 Clara', '16:00 Clara'],
  ],
  [
    'another time for a proposed one that a move takes',
    [
      [proposal('apt_a', {}), stepTo(at('12:00'), 'stf_clara')],
      [proposal('apt_b', { starts: free, offer: [{ start: at('12:30'), staff: clara }, { start: at('15:00'), staff: clara }] }), 'offer'],
    ],
    ['', '13:00 Anna, 15:00 Clara, 16:30 Clara'],
  ],
  [
    'also what would be offered to somebody who is not asked',
    [
      [proposal('apt_a', { starts: free }), 'keep'],
      [proposal('apt_b', { starts: free }), 'offer'],
    ],
    ['11:00 Clara, 13:00 Anna, 14:00 Clara', '11:00 Clara, 13:00 Anna, 14:00 Clara'],
  ],
])('offers %s', (_, list, want) => {
  expect(offered(...list)).toEqual(want);
});
