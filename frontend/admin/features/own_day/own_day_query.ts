import { graphql, type ResultOf } from '../../api/graphql';
import { absenceRequestFields } from '../work_plan';

/** Loads the user's shifts, absences, requests and video link. */
export const ownDayQuery = graphql(`
  query OwnDay($staffId: ID!, $branchId: ID!, $from: LocalDate!, $to: LocalDate!) {
    node(id: $staffId) {
      __typename
      ... on Staff {
        id
        hasCalendarFeed
        samePersonAs {
          id
        }
        videoLink {
          url
          roomPerAppointment
          problem
        }
        absences {
          id
          kind
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
    roster(branchId: $branchId, from: $from, to: $to) {
      date
      staff {
        profile {
          id
        }
        working {
          start
          end
        }
      }
    }
  }
`, [absenceRequestFields]);

/** Loads one page of the user's appointments; members read only their own. */
export const ownAppointmentsQuery = graphql(`
  query OwnAppointments($branchId: ID!, $staffIds: [ID!], $from: LocalDate!, $to: LocalDate!, $after: String) {
    appointments(branchId: $branchId, staffIds: $staffIds, from: $from, to: $to, statuses: [CONFIRMED], first: 100, after: $after) {
      nodes {
        id
        start
        end
        note
        roomUrl
        roomOpensAt
        roomAdmittedAt
        roomDelayedUntil
        contact {
          name
          email
          phone
        }
        service {
          id
          name
          delivery
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Node = NonNullable<ResultOf<typeof ownDayQuery>['node']>;
export type OwnProfile = Extract<Node, { __typename: 'Staff' }>;
export type RosterDay = ResultOf<typeof ownDayQuery>['roster'][number];
export type OwnAppointment = ResultOf<typeof ownAppointmentsQuery>['appointments']['nodes'][number];
