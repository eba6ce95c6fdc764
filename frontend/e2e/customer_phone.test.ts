import { describe, expect, it } from 'vitest';
import { run } from './api';
import { wednesday } from './appointments';
import { breaches } from './axe';
import { bookButton, choose, fillIn, tooSmall } from './booking_page';
import { hasBrowser } from './browser_process';
import { customerOfEachTest } from './own_server';
import { sessionOf } from './session';

const update = 'mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { userErrors { message } } }';
const read = 'query ($day: LocalDate!) { appointments(branchId: "brn_demo-mitte", from: $day, to: $day) { nodes { contact { name phone } } } }';

describe.skipIf(!hasBrowser)('the phone number of a customer', () => {
  const customer = customerOfEachTest();

  it('is asked for where the branch requires it, and reaches the salon', async () => {
    const { page, server } = customer;
    const clara = { cookie: sessionOf('clara') };
    await run(server.origin, update, { input: { id: 'brn_demo-mitte', customerPhone: 'REQUIRED' } }, clara);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '10:00');
    await fillIn(page, 'Lena Kunde');
    const phone = page.getByLabel('Deine Telefonnummer', { exact: true });
    await page.getByText('Gib deine Telefonnummer ein, zum Beispiel 0170 1234567.').waitFor();
    expect(await phone.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
    expect(await breaches(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    await phone.fill('0170 7654321');
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    const { data } = await run(server.origin, read, { day: wednesday() }, clara);
    expect(JSON.stringify(data)).toContain('"phone":"0170 7654321"');
  });
});
