import { expect, it } from 'vitest';
import { faultOf, periodOf, readReportSearch } from './report_search';

it.each([
  [{}, '2026-03-31', '2026-03-01', '2026-03-31'],
  [{ zeitraum: 'vormonat' }, '2026-03-31', '2026-02-01', '2026-02-28'],
  [{ zeitraum: 'vormonat' }, '2026-01-15', '2025-12-01', '2025-12-31'],
  [{ zeitraum: 'jahr' }, '2026-11-23', '2025-12-01', '2026-11-30'],
  [{ zeitraum: 'eigener', ab: '2026-01-02' }, '2026-11-23', '2026-01-02', '2026-11-30'],
] as const)('the period of %j on %s is from %s to %s', (search, today, from, to) => {
  expect(periodOf(search, today)).toEqual({ from, to });
});

it.each([
  ['2026-01-02', '2026-01-01', 'reversed'],
  ['2026-01-01', '2026-01-01', undefined],
  ['2025-01-01', '2026-02-04', undefined],
  ['2025-01-01', '2026-02-05', 'tooLong'],
])('from %s to %s is %s', (from, to, want) => {
  expect(faultOf({ from, to })).toBe(want);
});

it('drops what is no search parameter', () => {
  expect(readReportSearch({ zeitraum: 'ewig', ab: '2026-02-30', bis: 7, nach: 'toString', alle: 'x', zeigt: 'alles' })).toEqual({});
  const search = { zeitraum: 'eigener', ab: '2026-02-01', bis: '2026-02-28', nach: 'filiale', alle: true, zeigt: 'umsatz' };
  expect(readReportSearch(search)).toEqual(search);
});
