import { graphql } from '../../api/graphql';
import type { providerNames } from './provider_names';

export const linkSet = graphql(`
  mutation StaffVideoLinkSet($input: StaffVideoLinkSetInput!) {
    staffVideoLinkSet(input: $input) {
      staff {
        id
        videoLink {
          provider
          url
          roomPerAppointment
          problem
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

export const linkRemove = graphql(`
  mutation StaffVideoLinkRemove($input: StaffVideoLinkRemoveInput!) {
    staffVideoLinkRemove(input: $input) {
      staff {
        id
        videoLink {
          provider
        }
      }
      strandedAppointments {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** A video link as it is stored, or the own room of a profile. */
export interface Link {
  provider: keyof typeof providerNames;
  /** Null for the own room. */
  url: string | null;
  roomPerAppointment: boolean;
  /** Why the link has to be replaced. */
  problem: string | null;
}

/** A profile with its video link. */
export interface LinkOwner {
  id: string;
  displayName: string;
  videoLink: Link | null;
}
