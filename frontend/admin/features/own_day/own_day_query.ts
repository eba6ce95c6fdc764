import { graphql, type ResultOf } from '../../api/graphql';
import { type Branch, branchFields, inKnownZone } from '../../session/session';
import { absenceRequestFields } from '../work_plan';

/** Loads the user's absences, requests, video link and the branches in which the person is active. */
export const ownDayQuery = graphql(`
  query OwnDay($staffId: ID!) {
    node(id: $staffId) {
      __typename
      ... on Staff {
        id
        hasCalendarFeed
        branches {
          ...BranchFields
          ownRoomByDefault
        }
        samePersonAs {
          id
          branches {
            ...BranchFields
          }
        }
        videoLink {
          provider
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
  }
`, [absenceRequestFields, branchFields]);

/** Loads when the user works in a branch. */
export const ownShiftsQuery = graphql(`
  query OwnShifts($branchId: ID!, $from: LocalDate!, $to: LocalDate!) {
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
`);

/** Loads one page of the user's appointments in all branches. */
export const ownAppointmentsQuery = graphql(`
  query OwnAppointments($after: String) {
    ownAppointments(first: 20, after: $after) {
      nodes {
        id
        start
        end
        note
        roomUrl
        roomOpensAt
        roomAdmittedAt
        roomDelayedUntil
        roomEndedAt
        roomIsOwn
        customerWaitsSince
        customerLateUntil
        branch {
          ...BranchFields
          admitByHand
        }
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
`, [branchFields]);

type Node = NonNullable<ResultOf<typeof ownDayQuery>['node']>;
export type OwnProfile = Extract<Node, { __typename: 'Staff' }>;
export type RosterDay = ResultOf<typeof ownShiftsQuery>['roster'][number];
type OwnAppointmentRow = ResultOf<typeof ownAppointmentsQuery>['ownAppointments']['nodes'][number];
/** An appointment, whose branch has a time zone that this browser knows. */
export type OwnAppointment = Omit<OwnAppointmentRow, 'branch'> & { branch: Branch & Pick<OwnAppointmentRow['branch'], 'admitByHand'> };

/** Returns the appointments with the time zones of their branches by a name that this browser knows. */
export const inTheirZones = (rows: readonly OwnAppointmentRow[]): OwnAppointment[] =>
  rows.map((row) => ({ ...row, branch: { ...inKnownZone(row.branch), admitByHand: row.branch.admitByHand } }));

/** Returns the branches in which any profile of the person is active, each once. */
export function branchesOf({ branches, samePersonAs }: Pick<OwnProfile, 'branches' | 'samePersonAs'>): Branch[] {
  const rows = [...branches, ...samePersonAs.flatMap((other) => other.branches)];
  return rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) === index).map(inKnownZone);
}
