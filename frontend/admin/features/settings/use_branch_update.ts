import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { branchUpdate } from './settings_changes';

export type BranchPart = Omit<VariablesOf<typeof branchUpdate>['input'], 'id'>;

/** Returns a function that updates a branch and returns the error message, if any. */
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

/** The field paths of an update, including those of nested groups. */
const fieldsOf = (part: BranchPart): string[] =>
  Object.entries(part).flatMap(([name, value]) => [name].concat(value && typeof value === 'object' ? Object.keys(value).map((inner) => `${name}.${inner}`) : []));
