import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { instantOf, secondsOf } from './board_scale';
import type { Appointment } from './calendar_query';
import type { Place } from './columns';
import { calendarWords } from './words';

const appointmentMove = graphql(`
  mutation AppointmentMove($input: AppointmentMoveInput!) {
    appointmentMove(input: $input) {
      appointment {
        id
        start
        end
        staff {
          id
          displayName
        }
      }
      obstacles {
        code
        message
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** A move that breaks rules which staff may override. */
export interface Question {
  appointment: Appointment;
  place: Place;
  staffName: string;
  reasons: readonly string[];
  notifiesCustomer: boolean;
}

interface Options {
  override?: boolean;
  notifiesCustomer?: boolean;
}

/** Returns a function that moves appointments, the pending moves, and the question to confirm. */
export function useMove() {
  const t = useWords(calendarWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const [moving, setMoving] = useState<ReadonlyMap<Appointment, Place>>(new Map());
  const [question, setQuestion] = useState<Question>();
  const [said, setSaid] = useState('');

  async function move(appointment: Appointment, place: Place, staffName: string, { override = false, notifiesCustomer = true }: Options = {}): Promise<boolean> {
    const { id, start, staff } = appointment;
    // Keyed by the loaded object: as soon as it is refetched, the server's place counts.
    setMoving((before) => new Map(before).set(appointment, place));
    const input = (to: Place, anyway: boolean) => ({ id, staffId: to.staffId, start: instantOf(to.from), override: anyway, notifyCustomer: notifiesCustomer });
    const done = t.moved(format.time(instantOf(place.from), timeZone), staffName);
    const outcome = await change(
      appointmentMove,
      { input: input(place, override) },
      {
        done,
        fields: ['override'],
        undo: () => send(client, appointmentMove, { input: input({ staffId: staff.id, from: secondsOf(start) }, true) }),
      },
    );
    if (outcome.done) {
      setSaid(done);
      return true;
    }
    setMoving((before) => new Map([...before].filter(([other]) => other !== appointment)));
    if (outcome.errors.some(({ code }) => code === 'OVERRIDE_REQUIRED')) {
      setQuestion({ appointment, place, staffName, reasons: outcome.payload?.obstacles.map(({ message }) => message) ?? [], notifiesCustomer });
    }
    return false;
  }

  return { move, moving, question, said, dismiss: () => setQuestion(undefined) };
}

/** Moves an appointment and reports whether it succeeded. */
export type Move = ReturnType<typeof useMove>['move'];
