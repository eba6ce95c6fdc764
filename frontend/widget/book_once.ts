import type { Payload } from './api';
import type { Attempt } from './kept';

/**
 * Books, with the key of all attempts at this booking. If one of them has booked and its answer was lost, the server refuses another input;
 * then the attempts are repeated as they were until one finds its booking. None of them can book again.
 */
export async function bookOnce<A extends Attempt>(attempt: A, earlier: readonly A[], send: (attempt: A) => Promise<Payload>): Promise<{ answer: Payload; attempt: A }> {
  const left = [...earlier];
  let last = attempt;
  let answer = await send(last);
  for (let next = left.pop(); next && isOfAnother(answer); next = left.pop()) {
    last = next;
    answer = await send(last);
  }
  return { answer, attempt: last };
}

const isOfAnother = ({ userErrors }: Payload) => userErrors.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED');

/** Returns the attempts with another one, which may be the same. */
export const withAttempt = <A extends Attempt>(attempts: readonly A[], attempt: A): A[] => [...attempts.filter((earlier) => !isSame(earlier, attempt)), attempt];

/** Reports whether two attempts send the same. */
export const isSame = (a: Attempt, b: Attempt): boolean => JSON.stringify(a) === JSON.stringify(b);
