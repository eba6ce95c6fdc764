import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { staffAbsenceAdd, staffAbsenceRemove, staffAbsenceRestore } from './work_plan_changes';
import { workPlanWords } from './words';

type Input = VariablesOf<typeof staffAbsenceAdd>['input'];

/** An absence to add. */
export type NewAbsence = Omit<Input, 'staffId'>;

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
    remove: (id: string) =>
      change(staffAbsenceRemove, { input: { id } }, { done: t.removed, undo: () => send(client, staffAbsenceRestore, { input: { id } }) }),
  };
}
