import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { branchUpdate } from './settings_changes';

export type BranchPart = Omit<VariablesOf<typeof branchUpdate>['input'], 'id'>;

/** Gives the way to save a part of a branch; it gives the sentence that says what is wrong, or nothing. */
export function useBranchUpdate(id: string) {
  const { client } = useApi();
  const change = useChange();

  return async (part: BranchPart, before: BranchPart): Promise<string | undefined> => {
    const outcome = await change(
      branchUpdate,
      { input: { id, ...part } },
      { undo: () => send(client, branchUpdate, { input: { id, ...before } }), fields: fieldsOf(part) },
    );
    return outcome.done ? undefined : outcome.errors[0]?.message;
  };
}

/** The paths of what is saved: those of a group, too. */
const fieldsOf = (part: BranchPart): string[] =>
  Object.entries(part).flatMap(([name, value]) => [name].concat(value && typeof value === 'object' ? Object.keys(value).map((inner) => `${name}.${inner}`) : []));
