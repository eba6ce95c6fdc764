import { graphql, type ResultOf } from '../../api/graphql';

/** Loads what can become of appointments, and what is proposed. */
export const proposalsQuery = graphql(`
  query RearrangementProposals($branchId: ID!, $appointmentIds: [ID!]!) {
    rearrangementProposals(branchId: $branchId, appointmentIds: $appointmentIds) {
      appointment {
        id
        start
        blockedUntil
        version
        contact {
          name
          email
          phone
        }
        service {
          id
          name
        }
        staff {
          id
          displayName
        }
        offer {
          id
          state
          expiresAt
        }
      }
      colleagues {
        id
        displayName
      }
      starts {
        start
        staff {
          id
          displayName
        }
      }
      mayOffer
      move {
        start
        staff {
          id
          displayName
        }
      }
      offer {
        start
        staff {
          id
          displayName
        }
      }
    }
  }
`);

/** Moves, offers, withdraws and cancels in one step. */
export const appointmentsRearrange = graphql(`
  mutation AppointmentsRearrange($input: AppointmentsRearrangeInput!) {
    appointmentsRearrange(input: $input) {
      appointments {
        id
        version
        offer {
          id
          state
        }
      }
      refused {
        appointmentId
        obstacles {
          code
          message
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export type Proposal = ResultOf<typeof proposalsQuery>['rearrangementProposals'][number];
export type Place = Proposal['offer'][number];

/** The start times that an offer would name, by appointment. */
export type Places = ReadonlyMap<string, readonly Place[]>;
