import { useApi } from './api';
import { send } from './change';
import { graphql } from './graphql';
import { useChange } from './use_change';

/** Sets several competencies in one step. */
const competenciesSet = graphql(`
  mutation StaffCompetenciesSet($input: StaffCompetenciesSetInput!) {
    staffCompetenciesSet(input: $input) {
      staff {
        id
        competencies {
          category {
            id
            name
          }
          service {
            id
            name
          }
          qualified
        }
      }
      strandedAppointments {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** The target of a competency: a category or a single service. */
export type Target = { categoryId: string } | { serviceId: string };

/** A staff member with their competencies. */
export interface Competent {
  id: string;
  competencies: readonly { category: { id: string } | null; service: { id: string } | null; qualified: boolean }[];
}

/** Returns the competency for a target; null if none is set. */
export function competencyOf({ competencies }: Competent, target: Target): boolean | null {
  const found = competencies.find(({ category, service }) =>
    'serviceId' in target ? service?.id === target.serviceId : category?.id === target.categoryId,
  );
  return found?.qualified ?? null;
}

/** Returns a function that sets competencies to yes or no; null clears them, so that the category decides. */
export function useSetCompetencies() {
  const { client } = useApi();
  const change = useChange();

  return async (staff: Competent, targets: readonly Target[], qualified: boolean | null) => {
    if (targets.length === 0) {
      return;
    }
    const inputOf = (competencies: { qualified: boolean | null }[]) => ({ input: { staffId: staff.id, competencies } });
    const before = targets.map((target) => ({ ...target, qualified: competencyOf(staff, target) }));
    const after = targets.map((target) => ({ ...target, qualified }));
    await change(competenciesSet, inputOf(after), { undo: () => send(client, competenciesSet, inputOf(before)) });
  };
}
