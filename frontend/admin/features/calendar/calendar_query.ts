import { graphql, type ResultOf } from '../../api/graphql';

/** Loads the roster and opening hours of a day. */
export const rosterQuery = graphql(`
  query CalendarRoster($branchId: ID!, $day: LocalDate!) {
    roster(branchId: $branchId, from: $day, to: $day) {
      date
      start
      end
      open {
        start
        end
      }
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
`);

/** Loads one page of the day's appointments. */
export const appointmentsQuery = graphql(`
  query CalendarAppointments($branchId: ID!, $day: LocalDate!, $after: String) {
    appointments(
      branchId: $branchId
      from: $day
      to: $day
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
export type Appointment = ResultOf<typeof appointmentsQuery>['appointments']['nodes'][number];
export type Profile = Appointment['staff'];

/** Returns the customer's name, as written at the booking; empty if there is none. */
export const customerNameOf = ({ contact }: Appointment): string => contact?.name ?? '';
