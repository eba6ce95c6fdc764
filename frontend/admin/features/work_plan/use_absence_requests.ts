import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import {
  absenceRequestApprove,
  absenceRequestCreate,
  absenceRequestDecline,
  absenceRequestReopen,
  absenceRequestWithdraw,
} from './absence_request_changes';
import type { AbsenceRequest } from './absence_request_query';
import { absenceRequestWords } from './absence_request_words';

type NewRequest = VariablesOf<typeof absenceRequestCreate>['input'];

/** Converts a withdrawn request to the input that asks again. */
const inputOf = ({ kind, note, firstDay, lastDay, start, end }: AbsenceRequest): NewRequest => ({
  kind,
  note,
  days: firstDay && lastDay ? { first: firstDay, last: lastDay } : null,
  times: start && end ? { start, end } : null,
});

/** Returns functions that ask for absences of the user, and answer requests of others, with undo. */
export function useAbsenceRequests() {
  const t = useWords(absenceRequestWords);
  const { client } = useApi();
  const change = useChange();
  const reopen = (id: string) => () => send(client, absenceRequestReopen, { input: { id } });

  return {
    create: (input: NewRequest) =>
      change(
        absenceRequestCreate,
        { input },
        {
          done: t.asked,
          undo: ({ request }) => send(client, absenceRequestWithdraw, { input: { id: request?.id ?? '' } }),
          fields: ['days', 'days.first', 'days.last', 'times', 'times.start', 'times.end', 'note'],
        },
      ),
    withdraw: (request: AbsenceRequest) =>
      change(
        absenceRequestWithdraw,
        { input: { id: request.id } },
        // Only a manager can approve it again, so that is not offered to take back.
        { done: t.withdrawn, ...(request.state === 'OPEN' && { undo: () => send(client, absenceRequestCreate, { input: inputOf(request) }) }) },
      ),
    approve: (id: string) => change(absenceRequestApprove, { input: { id } }, { done: t.approved, undo: reopen(id) }),
    decline: (id: string, answer: string) =>
      change(absenceRequestDecline, { input: { id, answer } }, { done: t.declined, undo: reopen(id), fields: ['answer'] }),
  };
}
