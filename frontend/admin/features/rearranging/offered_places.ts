import type { Place, Places, Proposal } from './rearranging_query';
import { placeOf, type Step } from './steps';

/** The time of a profile that a step takes, in milliseconds since the epoch. */
interface Span {
  staffId: string;
  from: number;
  to: number;
}

/** How many start times an offer names at most. */
const most = 3;

const meet = (a: Span, b: Span) => a.staffId === b.staffId && a.from < b.to && b.from < a.to;

/** Returns what would be offered to each customer: what is proposed, else the next free start times that no other chosen step takes. */
export function offeredPlaces(proposals: readonly Proposal[], stepOf: (proposal: Proposal) => Step): Places {
  const taken = proposals.flatMap((proposal) => {
    const step = stepOf(proposal);
    switch (step) {
      case 'keep':
      case 'cancel':
        return [];
      case 'offer':
        return proposal.offer.map(({ start, staff }) => spanOf(proposal, start, staff.id));
      default: {
        const { start, staffId } = placeOf(step);
        return [spanOf(proposal, start, staffId)];
      }
    }
  });
  const places = new Map<string, readonly Place[]>();
  for (const proposal of proposals) {
    if (proposal.offer.length > 0) {
      places.set(proposal.appointment.id, proposal.offer);
      continue;
    }
    const chosen = freePlaces(proposal, taken);
    places.set(proposal.appointment.id, chosen);
    if (stepOf(proposal) === 'offer') {
      taken.push(...chosen.map(({ start, staff }) => spanOf(proposal, start, staff.id)));
    }
  }
  return places;
}

/** Returns the next places of an appointment that meet nothing that is taken, nor each other. */
function freePlaces(proposal: Proposal, taken: readonly Span[]): Place[] {
  const chosen: Place[] = [];
  const spans = [...taken];
  for (const { start, staff } of proposal.starts) {
    const free = staff.find(({ id }) => !spans.some((span) => meet(span, spanOf(proposal, start, id))));
    if (free && chosen.length < most) {
      chosen.push({ start, staff: free });
      spans.push(spanOf(proposal, start, free.id));
    }
  }
  return chosen;
}

function spanOf({ appointment }: Proposal, start: string, staffId: string): Span {
  const from = Date.parse(start);
  return { staffId, from, to: from + Date.parse(appointment.blockedUntil) - Date.parse(appointment.start) };
}
