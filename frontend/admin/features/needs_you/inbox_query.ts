import { graphql } from '../../api/graphql';
import { absenceRequestFields } from '../work_plan';
import { waitingFields } from './waiting_query';

/** Loads how much waits for receptionists of a branch. */
export const receptionInboxQuery = graphql(`
  query ReceptionInbox($branchId: ID!) {
    inbox(branchId: $branchId) {
      waitingAppointments
      strandedAppointments
      requestedAppointments
      appointmentsWithoutOutcome
    }
  }
`);

/** Loads how much waits for managers of a branch. */
export const managerInboxQuery = graphql(`
  query ManagerInbox($branchId: ID!) {
    inbox(branchId: $branchId) {
      waitingAppointments
      strandedAppointments
      requestedAppointments
      appointmentsWithoutOutcome
      absenceRequests
      failedMails
      missingVideoLinks
    }
  }
`);

/** Loads the video appointments of a branch whose customers wait to be let in. */
export const waitingAppointmentsQuery = graphql(
  `
    query WaitingAppointments($branchId: ID!, $after: String) {
      waitingAppointments(branchId: $branchId, first: 100, after: $after) {
        nodes {
          ...WaitingFields
          roomUrl
          roomIsOwn
          roomAdmittedAt
          customerWaitsSince
          customerLateUntil
          branch {
            id
            admitByHand
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [waitingFields],
);

/** Loads the appointments of a branch whose customers ask for something. */
export const requestedQuery = graphql(
  `
    query RequestedAppointments($branchId: ID!, $after: String) {
      requestedAppointments(branchId: $branchId, first: 100, after: $after) {
        nodes {
          ...WaitingFields
          changeRequest {
            id
            kind
            text
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [waitingFields],
);

/** Loads the past appointments of a branch without an outcome. */
export const withoutOutcomeQuery = graphql(
  `
    query AppointmentsWithoutOutcome($branchId: ID!, $after: String) {
      appointmentsWithoutOutcome(branchId: $branchId, first: 100, after: $after) {
        nodes {
          ...WaitingFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [waitingFields],
);

/** Loads the open requests for absences of the people of a branch. */
export const absenceRequestsQuery = graphql(
  `
    query AbsenceRequests($branchId: ID!, $after: String) {
      absenceRequests(branchId: $branchId, first: 100, after: $after) {
        nodes {
          staff {
            id
            displayName
          }
          ...AbsenceRequestFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [absenceRequestFields],
);
