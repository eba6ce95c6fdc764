import type { Client } from '@urql/core';
import { type Outcome, send } from '../../api/change';
import { graphql, type ResultOf } from '../../api/graphql';
import { emptyPlan, inputOf, type Plan } from './plans';
import { staffShiftOverrideSet, staffWorkPlanReplace } from './work_plan_changes';

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

type Before = ResultOf<typeof plansQuery>['staff'];

/** Reads the plans and exceptions from a date on before they are cleared; undefined if that fails. */
export async function plansBefore(client: Client, branchId: string, staffIds: readonly string[], from: string): Promise<Before | undefined> {
  const { data } = await client.query(plansQuery, { branchId, from }, { requestPolicy: 'network-only' }).toPromise();
  return data?.staff.filter(({ id }) => staffIds.includes(id));
}

/** Restores all plans of a profile in a branch. */
export async function restorePlans(client: Client, branchId: string, staffId: string, before: readonly Plan[]): Promise<Outcome<unknown>> {
  let outcome = await send(client, staffWorkPlanReplace, { input: inputOf(staffId, branchId, emptyPlan('2000-01-03')) });
  for (const plan of before) {
    if (outcome.done) {
      outcome = await send(client, staffWorkPlanReplace, { input: inputOf(staffId, branchId, plan) });
    }
  }
  return outcome;
}

/** Restores cleared plans and exceptions; stops at the first refusal. */
export async function restoreAll(client: Client, branchId: string, before: Before): Promise<Outcome<unknown>> {
  let outcome: Outcome<unknown> = { done: true, payload: undefined, stranded: 0 };
  for (const { id, workPlans, shiftOverrides } of before) {
    outcome = await restorePlans(client, branchId, id, workPlans);
    for (const { date, intervals } of shiftOverrides) {
      if (outcome.done) {
        const input = { staffId: id, branchId, date, intervals: intervals.map(({ from, to }) => ({ from, to })) };
        outcome = await send(client, staffShiftOverrideSet, { input });
      }
    }
    if (!outcome.done) {
      return outcome;
    }
  }
  return outcome;
}
