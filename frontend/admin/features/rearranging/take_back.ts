import type { Client } from '@urql/core';
import { type Outcome, send } from '../../api/change';
import { appointmentsRearrange } from './rearranging_query';
import type { Rearrangement } from './steps';

/**
 * Takes steps back in one step. What cannot be taken back, since somebody has changed the appointment meanwhile (a customer may have taken
 * an offer), stays; `onKept` gets the IDs of these appointments.
 */
export async function takeBack(
  client: Client,
  branchId: string,
  steps: readonly Rearrangement[],
  onKept: (appointmentIds: readonly string[]) => void,
): Promise<Outcome<unknown>> {
  const outcome = await send(client, appointmentsRearrange, { input: { branchId, appointments: [...steps] } });
  if (outcome.done) {
    return outcome;
  }
  const changed = new Set(outcome.errors.flatMap(({ code, field }) => (code === 'CHANGED_MEANWHILE' ? [Number(field[1])] : [])));
  const rest = steps.filter((_, i) => !changed.has(i));
  if (rest.length === 0 || rest.length === steps.length) {
    return outcome;
  }
  const undone = await takeBack(client, branchId, rest, onKept);
  if (undone.done) {
    onKept(steps.flatMap(({ appointmentId }, i) => (changed.has(i) ? [appointmentId] : [])));
  }
  return undone;
}
