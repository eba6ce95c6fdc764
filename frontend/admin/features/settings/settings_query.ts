import { graphql, type ResultOf } from '../../api/graphql';
import { legalTextFields } from './legal_text_fields';

export const branchQuery = graphql(`
  query BranchSettings($id: ID!) {
    branch(id: $id) {
      id
      name
      slug
      timeZone
      currency
      locale
      countryCode
      subdivisionCode
      email
      phone
      address {
        street
        postalCode
        city
        country
      }
      bookingRules {
        startInterval
        leadTime
        horizonDays
        cancellationPeriod
        hold
        openBookingsPerAddress
        confirmBookings
      }
      reminderLeads
      customerPhone
      logo {
        id
        url
        width
        height
      }
      accent {
        color
        light {
          accent
        }
        dark {
          accent
        }
      }
      vatNote
      retentionMonths
      photosKeptDays
      imprint {
        ...LegalTextSettings
      }
      privacyNotice {
        ...LegalTextSettings
      }
      terms {
        ...LegalTextSettings
      }
    }
    currencies {
      code
    }
  }
`, [legalTextFields]);

export type BranchSettings = NonNullable<ResultOf<typeof branchQuery>['branch']>;

export type Currencies = ResultOf<typeof branchQuery>['currencies'];

export const devicesQuery = graphql(`
  query Devices($after: String) {
    devices(after: $after) {
      nodes {
        id
        name
        enrolledAt
        branch {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const tokensQuery = graphql(`
  query ApiTokens($after: String) {
    apiTokens(after: $after) {
      nodes {
        id
        name
        role
        expiresAt
        lastUsedAt
        staff {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The sessions and passkeys of the user. */
export const ownAccessQuery = graphql(`
  query OwnAccess {
    me {
      passkeyRequired
      recoveryCodesLeft
      passkeys {
        id
        name
        createdAt
        lastUsedAt
      }
      sessions {
        current
        browser
        till
        createdAt
        lastUsedAt
      }
    }
  }
`);

export type OwnAccess = NonNullable<ResultOf<typeof ownAccessQuery>['me']>;
