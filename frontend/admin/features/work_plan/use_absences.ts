import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { staffAbsenceAdd, staffAbsenceRemove } from './work_plan_changes';
import type { Absence } from './work_plan_query';
import { workPlanWords } from './words';

type Input = VariablesOf<typeof staffAbsenceAdd>['input'];

/** An absence to add. */
export type NewAbsence = Omit<Input, 'staffId'>;

/** An absence to remove; members do not read its note. */
type Removable = Omit<Absence, 'note'> & { note?: string };

/** Converts a removed absence to the input that adds it again. */
const inputOf = (staffId: string, { kind, note, firstDay, lastDay, start, end }: Removable): Input => ({
  staffId,
  kind,
  note: note ?? null,
  days: firstDay && lastDay ? { first: firstDay, last: lastDay } : null,
  times: start && end ? { start, end } : null,
});

/** Returns functions that add and remove absences of a profile, with undo. */
export function useAbsences(staffId: string) {
  const t = useWords(workPlanWords);
  const { client } = useApi();
  const change = useChange();

  return {
    async add(absence: NewAbsence) {
      let id = '';
      const outcome = await change(
        staffAbsenceAdd,
        { input: { staffId, ...absence } },
        {
          undo: () => send(client, staffAbsenceRemove, { input: { id } }),
          fields: ['days', 'days.first', 'days.last', 'times', 'times.start', 'times.end', 'note'],
        },
      );
      id = outcome.payload?.absence?.id ?? '';
      return outcome;
    },
    remove: (absence: Removable) =>
      change(
        staffAbsenceRemove,
        { input: { id: absence.id } },
        { done: t.removed, undo: () => send(client, staffAbsenceAdd, { input: inputOf(staffId, absence) }) },
      ),
  };
}
