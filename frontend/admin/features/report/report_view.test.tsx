import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import type { ReportSearch } from './report_search';
import { ReportView } from './report_view';

const euros = (minorUnits: number) => ({ __typename: 'MoneySum', minorUnits, currency: 'EUR', digits: 2 });
const none = { __typename: 'ReportFigures', booked: 0, completed: 0, noShows: 0, cancelled: 0, video: 0, revenue: [], expectedRevenue: [] };
const anna = { ...none, booked: 1, completed: 2, noShows: 1, cancelled: 1, video: 1, revenue: [euros(3_000_000_000)], expectedRevenue: [euros(5200)] };
const report = (rows: Record<string, unknown>, total: unknown) => ({
  report: { __typename: 'Report', leftOut: 0, total, rows: Object.entries(rows).map(([name, figures]) => ({ __typename: 'ReportRow', key: name, name, figures })) },
});

/** The page without its address, which keeps the search. */
function View({ initial }: { initial: ReportSearch }) {
  const [search, setSearch] = useState(initial);
  return <ReportView search={search} onChange={(change) => setSearch((before) => ({ ...before, ...change }))} />;
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T08:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Shows the reports; the server's answer depends on what is asked, which is returned. */
async function showReports(initial: ReportSearch = {}, language: Language = 'de', answer: unknown = report({ Anna: anna }, anna)) {
  const asked: unknown[] = [];
  answerMutations({}, {
    Report: (variables) => {
      asked.push(variables);
      return variables['groupBy'] === 'MONTH' ? report({ '2026-10': none, '2026-11': anna }, anna) : (answer as Record<string, unknown>);
    },
  });
  const user = await showInBranch(<View initial={initial} />, language);
  return { user, asked };
}

const cells = async (name: RegExp) => within(await screen.findByRole('row', { name })).getAllByRole('cell').map(({ textContent }) => textContent?.replaceAll(/\s/g, ' '));

test('shows the figures of a month as a table, beyond 32 bits of cents', async () => {
  const { asked } = await showReports();
  expect(await cells(/^Anna/)).toEqual(['4', '2', '1', '1', '1', '25 %', '30.000.000,00 €', '52,00 €']);
  expect(await cells(/^Summe/)).toEqual(['4', '2', '1', '1', '1', '25 %', '30.000.000,00 €', '52,00 €']);
  expect(screen.getByText('01.11.2026 – 30.11.2026')).toBeTruthy();
  expect(asked).toEqual([{ from: '2026-11-01', to: '2026-11-30', groupBy: 'PERSON', branchId: 'brn_mitte' }]);
});

test('asks for months of a year when they are chosen', async () => {
  const { user, asked } = await showReports({}, 'en');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), '12 months to the end of this one');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Split by' }), 'Month');
  expect(await cells(/^October 2026/)).toEqual(['0', '0', '0', '0', '0', '–', '–', '–']);
  expect(asked.at(-1)).toEqual({ from: '2025-12-01', to: '2026-11-30', groupBy: 'MONTH', branchId: 'brn_mitte' });
  expect(screen.queryByRole('option', { name: 'Branch' })).toBeNull(); // the salon has one
});

/** Returns the text of the chart that stands beside Anna's row. */
const chart = async () => (await screen.findAllByText('Anna')).map((one) => one.closest('[aria-hidden="true"]')?.textContent?.replaceAll(/\s/g, ' ')).find(Boolean);

test('the chart shows what is chosen, beside the table', async () => {
  const { user } = await showReports();
  expect(await chart()).toBe('StattgefundenGebuchtNicht erschienenAnna4');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Diagramm' }), 'Video-Anteil');
  expect(await chart()).toBe('VideoIm SalonAnna25 %');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Diagramm' }), 'Umsatz');
  expect(await chart()).toBe('UmsatzErwarteter UmsatzAnna30.000.052,00 €');
});

test('a period that the server would refuse is not sent', async () => {
  const { asked } = await showReports({ zeitraum: 'eigener', ab: '2025-01-01', bis: '2026-11-30' });
  expect(await screen.findByText('Höchstens 400 Tage.')).toBeTruthy();
  expect([asked, screen.queryByRole('table')]).toEqual([[], null]);
});

test('a period without appointments says so', async () => {
  await showReports({}, 'de', report({}, none));
  expect(await screen.findByText('In diesem Zeitraum gibt es keine Termine.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Als CSV exportieren' })).toBeNull();
});

test('what is free has no revenue to chart', async () => {
  const free = { ...none, completed: 1 };
  await showReports({ zeigt: 'umsatz' }, 'de', report({ Anna: free }, free));
  expect(await screen.findByText('In diesem Zeitraum gibt es keinen Umsatz.')).toBeTruthy();
  expect(await cells(/^Anna/)).toEqual(['1', '1', '0', '0', '0', '0 %', '–', '–']);
});

test('the table is exported for spreadsheets', async () => {
  let saved: Blob | undefined;
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => ((saved = blob), 'blob:'), revokeObjectURL: () => undefined }));
  const { user } = await showReports();
  await user.click(await screen.findByRole('button', { name: 'Als CSV exportieren' }));
  expect((await saved?.text())?.split('\r\n')[1]).toBe('Anna;4;2;1;1;1;25;30000000,00;52,00');
});
