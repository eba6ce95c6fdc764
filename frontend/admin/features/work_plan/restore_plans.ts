import { type Api, useApi } from '../../api/api';
import { isChangedMeanwhile, type Outcome, send } from '../../api/change';
import { graphql, type ResultOf } from '../../api/graphql';
import { readPages } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { emptyPlan, inputOf, type Plan, versionOf } from './plans';
import { staffWorkPlansReplace } from './work_plan_changes';
import { workPlanWords } from './words';
import { shiftOverrideFields } from './shift_override_fields';
import { workPlanFields } from './work_plan_fields';

const plansQuery = graphql(`
  query PlansBefore($branchId: ID!, $from: LocalDate!, $after: String) {
    staff(branchId: $branchId, first: 100, after: $after) {
      nodes {
        id
        workPlans(branchId: $branchId) {
          ...WorkPlanFields
        }
        shiftOverrides(branchId: $branchId, from: $from) {
          ...ShiftOverrideFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`, [workPlanFields, shiftOverrideFields]);

type Read = ResultOf<typeof plansQuery>['staff']['nodes'][number];

/** The plans of profiles before a change, and the exceptions that it removes, if any. */
export type Before = readonly { id: string; workPlans: readonly Plan[]; shiftOverrides?: Read['shiftOverrides'] }[];

/** The version of the plans of profiles after a change. */
export type After = readonly { id: string; workPlans: readonly { version: number }[] }[];

/** Reads the plans of profiles, and their exceptions from a date on, before they change; undefined if one cannot be read. */
export async function plansBefore(api: Api, branchId: string, staffIds: readonly string[], from: string): Promise<readonly Read[] | undefined> {
  const staff = await readPages(api, plansQuery, { branchId, from }, (data) => data.staff);
  const before = staff?.nodes.filter(({ id }) => staffIds.includes(id));
  return before?.length === staffIds.length ? before : undefined;
}

/** Returns the versions of profiles for a mutation that must not overwrite what others have saved. */
export const versionsOf = (staff: After) => staff.map(({ id, workPlans }) => ({ staffId: id, version: versionOf(workPlans) }));

/**
 * Returns a function that restores all plans of profiles, and their exceptions if given, in one step. If others have changed
 * some of them, it restores none, and the error names the profiles.
 */
export function useRestorePlans() {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { id: branchId } = useBranch();
  const { client } = useApi();

  return async (before: Before, after: After): Promise<Outcome<unknown>> => {
    const plans = before.flatMap(({ id, workPlans }) => [emptyPlan('2000-01-03'), ...workPlans].map((plan) => inputOf(id, plan)));
    const shiftOverrides = before.flatMap(({ id, shiftOverrides: list = [] }) =>
      list.map(({ date, intervals }) => ({ staffId: id, date, intervals: intervals.map(({ from, to }) => ({ from, to })), expectedVersion: 0 })),
    );
    const input = { branchId, plans, shiftOverrides, expectedVersions: versionsOf(after) };
    const outcome = await send(client, staffWorkPlansReplace, { branchId, input });
    if (outcome.done || !isChangedMeanwhile(outcome)) {
      return outcome;
    }
    const names = format.list(outcome.payload?.staff.map(({ displayName }) => displayName) ?? []);
    return { ...outcome, errors: [{ code: 'PLANS_CHANGED', field: [], message: t.changedBy(names) }] };
  };
}
