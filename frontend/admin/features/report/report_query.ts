import { graphql, type ResultOf } from '../../api/graphql';

const reportFigures = graphql(`
  fragment ReportFiguresFields on ReportFigures {
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
`);

/** Loads the report about a period. */
export const reportQuery = graphql(
  `
    query Report($from: LocalDate!, $to: LocalDate!, $groupBy: ReportGrouping!, $branchId: ID) {
      report(from: $from, to: $to, groupBy: $groupBy, branchId: $branchId) {
        rows {
          key
          name
          figures {
            ...ReportFiguresFields
          }
        }
        leftOut
        total {
          ...ReportFiguresFields
        }
      }
    }
  `,
  [reportFigures],
);

export type Report = ResultOf<typeof reportQuery>['report'];
export type Figures = Report['total'];
