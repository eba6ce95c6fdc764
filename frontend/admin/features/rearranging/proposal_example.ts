import type { Proposal } from './rearranging_query';

/** Returns a proposal for the tests, about an appointment with Ben of which nothing is known but what is given. */
export const proposalOf = (
  { id, start, blockedUntil, contact = null }: Pick<Proposal['appointment'], 'id' | 'start' | 'blockedUntil'> & Partial<Pick<Proposal['appointment'], 'contact'>>,
  part: Partial<Proposal> = {},
): Proposal => ({
  appointment: {
    id,
    start,
    blockedUntil,
    version: 3,
    contact,
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
