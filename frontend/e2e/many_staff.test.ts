import { describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { berlin, bookByStaff, later, wednesday } from './appointments';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { addStaff } from './many_staff';
import { customerOfEachTest } from './own_server';
import { countBytes } from './received_bytes';

/** The most bytes of answers, compressed and with headers, until the first starts are shown, however many people offer the service. */
const mostBytes = 12_000;

/** The days whose starts with anyone cost no more than that, too. */
const weeks = 21;

const cut = 'svc_demo-cut';

describe.skipIf(!hasBrowser)('what a salon of many costs its customers', () => {
  const customer = customerOfEachTest();

  it('is little for 5, 24 and 60 people', async () => {
    const { server, page } = customer;
    const report: string[] = [];
    let people = 4; // who cut hair in the demo salon
    for (const wanted of [5, 24, 60]) {
      await addStaff(server.origin, wanted - people);
      people = wanted;
      const counted = await countBytes(page);
      await page.goto(`${server.origin}/book/mitte?service=${cut}`);
      await page.locator('.start').first().waitFor();
      const { Fetch: bytes = Infinity } = counted;
      expect(await page.locator('.chip').count()).toBe(wanted + 1);
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format();
      const starts = await startsWithAnyone(today);
      report.push(`${wanted} people: ${bytes} bytes until the first starts, ${starts} for the starts of ${weeks} days`);
      expect(bytes, 'until the first starts').toBeLessThanOrEqual(mostBytes);
      expect(starts, `of ${weeks} days`).toBeLessThanOrEqual(mostBytes);
      await page.goto('about:blank');
    }
    await boardOfMany(60);
    process.stdout.write(`${report.join('\n')}\n`);
  });

  /** Opens the calendar of many, which renders the columns in sight, and finds the others by keys. */
  async function boardOfMany(people: number) {
    const { server, browser } = customer;
    const day = wednesday();
    await bookByStaff(server.origin, { start: berlin(day, '10:00') });
    await bookByStaff(server.origin, { staffId: 'stf_demo-ella', start: berlin(day, '10:00'), name: 'Ida Brandt' });
    const { page } = await AdminPage.signedIn(await germanContext(browser), server.origin, 'clara', `/kalender?datum=${day}`);
    const columns = page.locator('[data-column]');
    await page.getByRole('button', { name: /Nora Albrecht/ }).focus();
    expect(await columns.count()).toBeLessThan(people / 3);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Ida Brandt');
    expect(await columns.count()).toBeLessThan(people / 3);
    await page.context().close();
  }

  /** The bytes of the starts of some weeks with anyone, as a browser receives them. */
  async function startsWithAnyone(from: string): Promise<number> {
    const { page, server } = customer;
    const bytes = await countBytes(page);
    const query = `{ bookableDays(branchId: "brn_demo-mitte", serviceId: "${cut}", from: "${from}", to: "${later(from, weeks - 1)}") { date starts } }`;
    const count = await page.evaluate(
      async ([address, body]) => {
        const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        const { data } = (await response.json()) as { data: { bookableDays: unknown[] } };
        return data.bookableDays.length;
      },
      [`${server.origin}/graphql`, JSON.stringify({ query })] as const,
    );
    expect(count).toBeGreaterThan(weeks / 2);
    await expect.poll(() => bytes['Fetch']).toBeGreaterThan(0);
    return bytes['Fetch'] ?? Infinity;
  }
});
