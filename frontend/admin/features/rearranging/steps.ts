import type { VariablesOf } from '../../api/graphql';
import type { appointmentsRearrange, Places, Proposal } from './rearranging_query';

export type Rearrangement = VariablesOf<typeof appointmentsRearrange>['input']['appointments'][number];

/** What is chosen for an appointment: `keep`, `offer`, `cancel`, or the place to which it moves. */
export type Step = string;

/** Returns the place of a move as a step, and reads it from one. */
export const stepTo = (start: string, staffId: string): Step => `${start} ${staffId}`;
export const placeOf = (step: Step) => {
  const [start = '', staffId = ''] = step.split(' ');
  return { start, staffId };
};

/** Returns the step that is proposed: none while an offer is open, else a colleague, else an offer, else none. */
export function proposedStep({ appointment, move, offer }: Pick<Proposal, 'appointment' | 'move' | 'offer'>): Step {
  if (appointment.offer?.state === 'OPEN') {
    return 'keep';
  }
  if (move) {
    return stepTo(move.start, move.staff.id);
  }
  return offer.length > 0 ? 'offer' : 'keep';
}

/** Returns what is sent for a step; undefined if nothing is to be done. */
export function rearrangementOf(proposal: Proposal, step: Step, places: Places): Rearrangement | undefined {
  const { id: appointmentId, version: expectedVersion } = proposal.appointment;
  switch (step) {
    case 'keep':
      return undefined;
    case 'offer':
      return { appointmentId, expectedVersion, offer: { starts: (places.get(appointmentId) ?? []).map(({ start, staff }) => ({ start, staffId: staff.id })) } };
    case 'cancel':
      return { appointmentId, expectedVersion, cancel: true };
    default:
      return { appointmentId, expectedVersion, move: placeOf(step) };
  }
}

/** Returns what takes steps back once they are made: moves go back, offers are withdrawn, cancellations stay. */
export function undoOf(proposals: readonly Proposal[], made: readonly Rearrangement[], after: readonly { id: string; version: number }[]): Rearrangement[] {
  return made.flatMap(({ appointmentId, move, offer }): Rearrangement[] => {
    const before = proposals.find(({ appointment }) => appointment.id === appointmentId)?.appointment;
    const now = after.find(({ id }) => id === appointmentId);
    if (!before || !now) {
      return [];
    }
    const which = { appointmentId, expectedVersion: now.version };
    if (move) {
      return [{ ...which, move: { start: before.start, staffId: before.staff.id, override: true } }];
    }
    return offer ? [{ ...which, withdrawOffer: true }] : [];
  });
}

/** Returns how many steps are moves, offers and cancellations. */
export const counted = (list: readonly Rearrangement[]) => ({
  moved: list.filter(({ move }) => move).length,
  offered: list.filter(({ offer }) => offer).length,
  cancelled: list.filter(({ cancel }) => cancel).length,
});
