import { graphql, type ResultOf } from '../../api/graphql';

/** Loads the roster of some days, with absences. */
export const rosterQuery = graphql(`
  query CalendarRoster($branchId: ID!, $from: LocalDate!, $to: LocalDate!) {
    roster(branchId: $branchId, from: $from, to: $to) {
      date
      start
      end
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
        absences {
          id
          kind
          firstDay
          lastDay
          start
          end
        }
      }
    }
  }
`);

/** Loads one page of the appointments of some days. */
export const appointmentsQuery = graphql(`
  query CalendarAppointments($branchId: ID!, $from: LocalDate!, $to: LocalDate!, $staffIds: [ID!], $after: String) {
    appointments(
      branchId: $branchId
      from: $from
      to: $to
      staffIds: $staffIds
      statuses: [HELD, CONFIRMED, COMPLETED, NO_SHOW]
      first: 100
      after: $after
    ) {
      nodes {
        id
        start
        end
        status
        source
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
          id
          admitByHand
        }
        changeRequest {
          id
          kind
          text
          createdAt
          state
          answer
          answeredBy {
            id
            displayName
          }
        }
        contact {
          name
          email
          phone
          locale
          confirmedAt
        }
        customer {
          id
          name
        }
        service {
          id
          name
          delivery
          category {
            id
            name
          }
          duration
          price {
            minorUnits
            currency
            digits
          }
        }
        staff {
          id
          displayName
          title
          color
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Day = ResultOf<typeof rosterQuery>['roster'][number];
export type RosterAbsence = Day['staff'][number]['absences'][number];
export type Appointment = ResultOf<typeof appointmentsQuery>['appointments']['nodes'][number];
export type Profile = Appointment['staff'];

/** Returns the customer's name, as written at the booking; empty if there is none. */
export const customerNameOf = ({ contact }: Appointment): string => contact?.name ?? '';
