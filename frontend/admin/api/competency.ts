import { useApi } from './api';
import type { Category } from './catalog';
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
      serviceCategory {
        id
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

/** Returns the services of a category that have a yes of their own, while the category has none. */
export const partsOf = (profile: Competent, { id, services }: Pick<Category, 'id' | 'services'>) =>
  competencyOf(profile, { categoryId: id }) === true ? [] : services.filter((service) => competencyOf(profile, { serviceId: service.id }) === true);

/** A category to create with a yes for the profile. */
export interface NewCategory {
  newCategoryName: string;
  idempotencyKey: string;
}

/**
 * Returns a function that sets competencies to yes or no; null clears them, so that the category decides. A new category is created
 * in the same step, and removed by its undo.
 */
export function useSetCompetencies() {
  const { client } = useApi();
  const change = useChange();

  return (staff: Competent, targets: readonly Target[], qualified: boolean | null, newCategory?: NewCategory) => {
    const staffId = staff.id;
    const before = targets.map((target) => ({ ...target, qualified: competencyOf(staff, target) }));
    const after = targets.map((target) => ({ ...target, qualified }));
    return change(
      competenciesSet,
      { input: { staffId, competencies: after, ...newCategory } },
      {
        undo: ({ serviceCategory }) =>
          send(client, competenciesSet, { input: { staffId, competencies: before, removedCategoryId: serviceCategory?.id ?? null } }),
        fields: ['newCategoryName'],
      },
    );
  };
}
