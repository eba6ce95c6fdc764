import { graphql, type ResultOf } from '../../api/graphql';
import { absenceRequestFields } from './absence_request_query';
import { shiftOverrideFields } from './shift_override_fields';
import { workPlanFields } from './work_plan_fields';

/** Loads the plans and absences of a profile in a branch, and the exceptions from a date on: the past ones only grow. */
export const workPlanQuery = graphql(`
  query WorkPlan($staffId: ID!, $branchId: ID!, $exceptionsFrom: LocalDate!) {
    node(id: $staffId) {
      __typename
      ... on Staff {
        id
        workPlans(branchId: $branchId) {
          ...WorkPlanFields
        }
        shiftOverrides(branchId: $branchId, from: $exceptionsFrom) {
          ...ShiftOverrideFields
        }
        absences {
          id
          kind
          note
          firstDay
          lastDay
          start
          end
        }
        absenceRequests {
          ...AbsenceRequestFields
        }
      }
    }
  }
`, [workPlanFields, shiftOverrideFields, absenceRequestFields]);

/** Loads the exception of a profile on a date that the page does not show. */
export const overrideQuery = graphql(`
  query ShiftOverrideOn($staffId: ID!, $branchId: ID!, $date: LocalDate!) {
    node(id: $staffId) {
      __typename
      ... on Staff {
        id
        shiftOverrides(branchId: $branchId, from: $date, to: $date) {
          ...ShiftOverrideFields
        }
      }
    }
  }
`, [shiftOverrideFields]);

type Node = NonNullable<ResultOf<typeof workPlanQuery>['node']>;
export type Planned = Extract<Node, { __typename: 'Staff' }>;
export type WorkPlan = Planned['workPlans'][number];
export type ShiftOverride = Planned['shiftOverrides'][number];
export type Absence = Planned['absences'][number];

/**
 * Loads the roster of one week together with the plans behind it, so that neither is newer than what the page shows. They are read in full,
 * or else the cache would join new versions with what it holds of earlier ones.
 */
export const weekQuery = graphql(`
  query WorkWeek($branchId: ID!, $from: LocalDate!, $to: LocalDate!, $exceptionsFrom: LocalDate!, $after: String) {
    staff(branchId: $branchId, first: 100, after: $after) {
      nodes {
        id
        workPlans(branchId: $branchId) {
          ...WorkPlanFields
        }
        shiftOverrides(branchId: $branchId, from: $exceptionsFrom) {
          ...ShiftOverrideFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    roster(branchId: $branchId, from: $from, to: $to) {
      date
      staff {
        profile {
          id
          displayName
          title
          color
        }
        working {
          start
          end
        }
      }
    }
  }
`, [workPlanFields, shiftOverrideFields]);

export type RosterDay = ResultOf<typeof weekQuery>['roster'][number];
