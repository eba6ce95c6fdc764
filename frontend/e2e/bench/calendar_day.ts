import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from '../admin_page';
import { run } from '../api';
import { berlin, bookByStaff, later, wednesday } from '../appointments';
import { connectBrowser } from '../browser';
import { germanContext } from '../german_context';
import { addStaff } from '../many_staff';
import { type Server, startServer } from '../server';
import { sessionOf } from '../session';
import { report } from './report';

/** How often it is measured: the median counts. */
const times = 5;

/** How many join the five of the demo salon. */
const joining = 55;
/** When each of them has an appointment. */
const hours = ['08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00', '18:00'];

describe('the calendar of 60 people', () => {
  let server: Server;
  let browser: Browser;
  const day = wednesday();

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
    await addStaff(server.origin, joining);
    const { data } = await run(server.origin, '{ staff(branchId: "brn_demo-mitte", first: 100) { nodes { id firstName } } }', {}, { cookie: sessionOf('clara') });
    const staff = data?.['staff'] as { nodes: { id: string; firstName: string }[] } | undefined;
    for (const { id: staffId } of staff?.nodes.filter(({ firstName }) => firstName.startsWith('Kollegin')) ?? []) {
      for (const time of hours) {
        await bookByStaff(server.origin, { staffId, start: berlin(day, time) });
      }
    }
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('change_of_day, in script', async () => {
    const { page } = await AdminPage.signedIn(await germanContext(browser), server.origin, 'clara', `/kalender?datum=${later(day, -1)}`);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const scriptTime = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
    };
    const values: number[] = [];
    await page.getByText('0 Termine', { exact: true }).first().waitFor();
    while (values.length < times) {
      const begun = await scriptTime();
      await page.getByRole('button', { name: 'Nächster Tag' }).click();
      await page.getByText(`${joining * hours.length} Termine`, { exact: true }).waitFor();
      values.push(Math.round((await scriptTime()) - begun));
      await page.getByRole('button', { name: 'Voriger Tag' }).click();
      await page.getByText(`${joining * hours.length} Termine`, { exact: true }).waitFor({ state: 'detached' });
    }
    report({ name: 'Calendar/change_of_day', values, unit: 'ms', target: 'at most 300' });
    expect(values).toHaveLength(times);
  });
});
