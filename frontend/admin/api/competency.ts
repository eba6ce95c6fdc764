import { useApi } from './api';
import { type Outcome, send } from './change';
import { graphql } from './graphql';
import { useChange } from './use_change';

/** Sets one competency. */
const competencySet = graphql(`
  mutation StaffCompetencySet($input: StaffCompetencySetInput!) {
    staffCompetencySet(input: $input) {
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
    const before = targets.map((target) => ({ ...target, qualified: competencyOf(staff, target) }));
    async function undo() {
      let last: Outcome<unknown> = { done: true, payload: undefined, stranded: 0 };
      for (const input of before) {
        last = await send(client, competencySet, { input: { staffId: staff.id, ...input } });
      }
      return last;
    }
    for (const target of targets) {
      await change(competencySet, { input: { staffId: staff.id, ...target, qualified } }, { undo });
    }
  };
}
