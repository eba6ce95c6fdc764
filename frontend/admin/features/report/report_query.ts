import { graphql, type ResultOf } from '../../api/graphql';

export const reportQuery = graphql(`
  query Report($from: LocalDate!, $to: LocalDate!, $groupBy: ReportGrouping!, $branchId: ID) {
    report(from: $from, to: $to, groupBy: $groupBy, branchId: $branchId) {
      rows {
        key
        name
        figures {
          booked
          completed
          noShows
          cancelled
          video
          revenue {
            minorUnits
            currency
            digits
          }
          expectedRevenue {
            minorUnits
            currency
            digits
          }
        }
      }
      leftOut
      total {
        booked
        completed
        noShows
        cancelled
        video
        revenue {
          minorUnits
          currency
          digits
        }
        expectedRevenue {
          minorUnits
          currency
          digits
        }
      }
    }
  }
`);

export type Report = ResultOf<typeof reportQuery>['report'];
export type Figures = Report['total'];
