import { expect, it } from 'vitest';
import { cellsOf } from './report_csv';
import { reportWords } from './words';

const euros = (minorUnits: number) => ({ minorUnits, currency: 'EUR', digits: 2 });
const none = { booked: 0, completed: 0, noShows: 0, cancelled: 0, video: 0, revenue: [], expectedRevenue: [] };

it('a report is written with a column for each currency and decimal places of the language', () => {
  const ben = { ...none, booked: 1, completed: 2, cancelled: 1, video: 3, revenue: [euros(10_450)], expectedRevenue: [{ minorUnits: 900, currency: 'JPY', digits: 0 }] };
  expect(cellsOf({ rows: [{ key: 'stf_ben', name: 'Ben', figures: ben }, { key: 'stf_anna', name: 'Anna', figures: none }], total: ben }, 'Mitarbeiter', reportWords.de, ',')).toEqual([
    ['Mitarbeiter', 'Termine', 'Stattgefunden', 'Gebucht', 'Nicht erschienen', 'Abgesagt', 'Video-Anteil (%)', 'Umsatz (EUR)', 'Erwarteter Umsatz (JPY)'],
    ['Ben', '3', '2', '1', '0', '1', '100', '104,50', '900'],
    ['Anna', '0', '0', '0', '0', '0', '', '0,00', '0'],
    ['Summe', '3', '2', '1', '0', '1', '100', '104,50', '900'],
  ]);
});
