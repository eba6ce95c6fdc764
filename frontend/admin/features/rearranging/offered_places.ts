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

/** Returns what would be offered to each customer: what is proposed, and next free start times instead of those that another chosen step takes. */
export function offeredPlaces(proposals: readonly Proposal[], stepOf: (proposal: Proposal) => Step): Places {
  const moves = proposals.flatMap((proposal) => {
    const step = stepOf(proposal);
    if (step === 'keep' || step === 'cancel' || step === 'offer') {
      return [];
    }
    const { start, staffId } = placeOf(step);
    return [spanOf(proposal, start, staffId)];
  });
  const proposed = new Map(proposals.map((proposal) => [proposal, proposal.offer.filter((place) => isFree(proposal, place, moves))]));
  const taken = [...moves, ...proposals.flatMap((proposal) => (stepOf(proposal) === 'offer' ? spansOf(proposal, proposed.get(proposal) ?? []) : []))];
  const places = new Map<string, readonly Place[]>();
  for (const proposal of proposals) {
    const known = proposed.get(proposal) ?? [];
    const isWhole = proposal.offer.length > 0 && known.length === proposal.offer.length;
    const added = isWhole ? [] : freePlaces(proposal, [...taken, ...spansOf(proposal, known)], most - known.length);
    places.set(proposal.appointment.id, [...known, ...added].toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start)));
    if (stepOf(proposal) === 'offer') {
      taken.push(...spansOf(proposal, added));
    }
  }
  return places;
}

const spansOf = (proposal: Proposal, list: readonly Place[]) => list.map(({ start, staff }) => spanOf(proposal, start, staff.id));

const isFree = (proposal: Proposal, { start, staff }: Place, taken: readonly Span[]) => !taken.some((span) => meet(span, spanOf(proposal, start, staff.id)));

/** Returns the next places of an appointment, so many at most, that meet nothing that is taken, nor each other. */
function freePlaces(proposal: Proposal, taken: readonly Span[], count: number): Place[] {
  const chosen: Place[] = [];
  const spans = [...taken];
  for (const { start, staff } of proposal.starts) {
    const free = staff.find(({ id }) => !spans.some((span) => meet(span, spanOf(proposal, start, id))));
    if (free && chosen.length < count) {
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
