import type { Client } from '@urql/core';
import { type Outcome, send } from '../../api/change';
import { graphql, type ResultOf } from '../../api/graphql';
import { emptyPlan, inputOf, type Plan, versionOf } from './plans';
import { staffWorkPlansReplace } from './work_plan_changes';

const plansQuery = graphql(`
  query PlansBefore($branchId: ID!, $from: LocalDate!) {
    staff(branchId: $branchId) {
      id
      workPlans(branchId: $branchId) {
        validFrom
        validUntil
        rotationWeeks
        rotationStart
        shifts {
          week
          weekday
          from
          to
        }
        version
      }
      shiftOverrides(branchId: $branchId, from: $from) {
        date
        intervals {
          from
          to
        }
      }
    }
  }
`);

/** The plans and exceptions of profiles before a change. */
export type Before = readonly {
  id: string;
  workPlans: readonly Plan[];
  shiftOverrides?: ResultOf<typeof plansQuery>['staff'][number]['shiftOverrides'];
}[];

/** The version of the plans of profiles after a change. */
export type After = readonly { id: string; workPlans: readonly { version: number }[] }[];

/** Reads the plans and exceptions from a date on before they are cleared; undefined if that fails. */
export async function plansBefore(client: Client, branchId: string, staffIds: readonly string[], from: string) {
  const { data } = await client.query(plansQuery, { branchId, from }, { requestPolicy: 'network-only' }).toPromise();
  return data?.staff.filter(({ id }) => staffIds.includes(id));
}

/** Returns the versions of profiles for a mutation that must not overwrite what others have saved. */
export const versionsOf = (staff: After) => staff.map(({ id, workPlans }) => ({ staffId: id, version: versionOf(workPlans) }));

/** Restores all plans of the profiles, and their exceptions if given, in one step unless the plans have changed again. */
export function restorePlans(client: Client, branchId: string, before: Before, after: After): Promise<Outcome<unknown>> {
  const plans = before.flatMap(({ id, workPlans }) => [emptyPlan('2000-01-03'), ...workPlans].map((plan) => inputOf(id, plan)));
  const shiftOverrides = before.flatMap(({ id, shiftOverrides: list = [] }) =>
    list.map(({ date, intervals }) => ({ staffId: id, date, intervals: intervals.map(({ from, to }) => ({ from, to })) })),
  );
  return send(client, staffWorkPlansReplace, { branchId, input: { branchId, plans, shiftOverrides, expectedVersions: versionsOf(after) } });
}
