import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultsInEveryWidth } from './admin_accessibility';
import { AdminPage } from './admin_page';
import { run } from './api';
import { later, wednesday } from './appointments';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const day = wednesday();
const sunday = { weekday: 'SUNDAY', from: '10:00', to: '12:00' };

/** The requests of a page that carry a mutation, in order. */
const mutationsOf = ({ page }: AdminPage): string[] => {
  const names: string[] = [];
  page.on('request', (request) => {
    const { query } = (request.postDataJSON() ?? {}) as { query?: string };
    const name = /^mutation (\w+)/.exec(query ?? '')?.[1];
    if (name) {
      names.push(name);
    }
  });
  return names;
};

describe.skipIf(!hasBrowser)('two people who change the same in the admin app', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let admin: AdminPage;

  beforeAll(async () => {
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    server = await startServer();
    context = await germanContext(browser);
    admin = await AdminPage.signedIn(context, server.origin, 'clara');
  });

  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  /** Anna saves something meanwhile, in a session of her own. */
  async function anna(mutation: string, input: Record<string, unknown>) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const { data } = await run(server.origin, `mutation ($input: ${type}) { ${mutation}(input: $input) { userErrors { code } } }`, { input }, { cookie: sessionOf('anna') });
    expect(data).toEqual({ [mutation]: { userErrors: [] } });
  }

  const hours = async () => {
    const { data } = await run(server.origin, '{ branch(id: "brn_demo-mitte") { openingHours { weekday from to } } }');
    const branch = data?.['branch'] as { openingHours: { weekday: string }[] };
    return branch.openingHours.map(({ weekday }) => weekday);
  };

  /** The start times of Ella's exceptions. */
  const exceptions = async () => {
    const query = '{ node(id: "stf_demo-ella") { ... on Staff { shiftOverrides { intervals { from } } } } }';
    const { data } = await run(server.origin, query, {}, { cookie: sessionOf('anna') });
    const node = data?.['node'] as { shiftOverrides: { intervals: { from: string }[] }[] };
    return node.shiftOverrides.map(({ intervals: [first] }) => first?.from);
  };

  it('see what the other has saved of the weekly hours, and reload or replace it', async () => {
    const { page } = admin;
    await admin.section('Öffnungszeiten');
    const write = () => page.getByRole('button', { name: /^(Zeit hinzufügen: Montag|Add time: Monday)$/ }).click();
    const save = () => page.getByRole('button', { name: /^(Speichern|Save)$/ }).click();
    await write();
    await anna('branchOpeningHoursReplace', { branchId: 'brn_demo-mitte', hours: [sunday] });
    await save();
    const notice = admin.notice('Jemand anders hat das inzwischen geändert.');
    await notice.getByText(/Gespeichert ist jetzt: .*Sonntag 10:00–12:00\./).waitFor();
    expect(await faultsInEveryWidth(admin)).toEqual([]);
    await admin.resize(1280);
    await admin.color('light');
    expect(await hours()).toEqual(['SUNDAY']);
    await notice.getByRole('button', { name: 'Neu laden' }).click();
    await notice.waitFor({ state: 'detached' });

    await admin.speak('en');
    await write();
    await anna('branchOpeningHoursReplace', { branchId: 'brn_demo-mitte', hours: [{ ...sunday, to: '13:00' }] });
    await save();
    const inEnglish = admin.notice('Someone else has changed this in the meantime.');
    await inEnglish.getByText('Saved now: Sunday 10:00–13:00.').waitFor();
    await inEnglish.getByRole('button', { name: 'Replace anyway' }).click();
    await admin.notice('Saved').getByRole('button', { name: 'Undo' }).waitFor();
    expect(await hours()).toEqual(['MONDAY', 'SUNDAY']);
    await admin.notice('Saved').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(hours).toEqual(['SUNDAY']);
  });

  it('see what the other has saved of a plan, and of exceptions', async () => {
    const { page } = admin;
    await admin.goto('/mitarbeiter/stf_demo-ella/arbeitsplan');
    await page.getByRole('button', { name: 'Zeit hinzufügen: Montag' }).click();
    await anna('staffWorkPlanReplace', { staffId: 'stf_demo-ella', branchId: 'brn_demo-mitte', shifts: [sunday] });
    await page.getByRole('button', { name: 'Speichern' }).click();
    const notice = admin.notice('Jemand anders hat das inzwischen geändert.');
    await notice.getByText(/Sonntag 10:00–12:00/).waitFor();
    await notice.getByRole('button', { name: 'Beides übernehmen' }).click();
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).waitFor();

    await admin.section('Öffnungszeiten');
    await page.getByRole('button', { name: 'Ausnahme hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Erster Tag').fill(day);
    await dialog.getByLabel('Letzter Tag (freiwillig)').fill(later(day, 2));
    await anna('branchOpeningExceptionSet', { branchId: 'brn_demo-mitte', date: later(day, 1), intervals: [{ from: '10:00', to: '14:00' }] });
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.getByText(/Gespeichert ist jetzt: .* 10:00–14:00\./).waitFor();
    await dialog.getByRole('button', { name: 'Trotzdem ersetzen' }).click();
    await admin.notice('3 Tage').getByRole('button', { name: 'Rückgängig' }).waitFor();
    await page.getByRole('table', { name: 'Außergewöhnliche Öffnungszeiten' }).getByText('Geschlossen').nth(2).waitFor();
  });

  it('keep a draft while the server is away, the session ends and the page is loaded again, and only their own', async () => {
    const { page } = admin;
    const write = () => page.getByRole('button', { name: 'Zeit hinzufügen: Montag' }).click();
    const save = page.getByRole('button', { name: 'Speichern' });
    const restored = page.getByText('Das ist dein Entwurf von vorhin.');
    await admin.section('Öffnungszeiten');
    await write();
    await server.restart();
    await anna('branchOpeningExceptionSet', { branchId: 'brn_demo-mitte', date: day, intervals: [] });
    await page.getByRole('table', { name: 'Außergewöhnliche Öffnungszeiten' }).getByText('Geschlossen').waitFor();
    await save.waitFor();

    await admin.section('Kunden');
    await admin.notice('Entwurf behalten').waitFor();
    await page.reload();
    await admin.section('Öffnungszeiten');
    await restored.waitFor();
    await page.waitForLoadState('networkidle'); // what is still asked when the session ends would be refused
    await context.clearCookies();
    await save.click();
    const dialog = page.getByRole('dialog', { name: 'Melde dich wieder an' });
    await dialog.waitFor();
    expect(await faultsInEveryWidth(admin)).toEqual([]);
    await admin.resize(1280);
    await admin.signIn('clara');
    await admin.notice('Gespeichert').waitFor();
    expect((await hours())[0]).toBe('MONDAY');

    await write();
    await page.waitForLoadState('networkidle');
    await context.clearCookies();
    await save.click();
    await dialog.waitFor();
    await admin.signIn('anna');
    await page.getByRole('banner').getByText('Anna', { exact: true }).waitFor();
    await admin.heading('Öffnungszeiten');
    await page.getByRole('button', { name: 'Zeit hinzufügen: Montag' }).waitFor();
    expect(await save.count()).toBe(0);
    expect(await restored.count()).toBe(0);
    expect((await hours()).filter((weekday) => weekday === 'MONDAY')).toHaveLength(1);
  });

  it('send a range, its undo, and the undo of cleared plans as one step each', async () => {
    const { page } = admin;
    const mutations = mutationsOf(admin);
    await admin.section('Öffnungszeiten');
    await page.getByRole('button', { name: 'Ausnahme hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Erster Tag').fill(day);
    await dialog.getByLabel('Letzter Tag (freiwillig)').fill(later(day, 7));
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await admin.notice('8 Tage').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('Es gibt keine Ausnahmen.').waitFor();
    await admin.section('Arbeitsplan');
    await page.getByRole('row', { name: /Clara/ }).getByText('09:00–13:00').first().waitFor();
    await page.getByLabel('Alle').check();
    await page.getByRole('button', { name: 'Keine verfügbaren Zeiten' }).click();
    await dialog.getByRole('button', { name: 'Keine verfügbaren Zeiten' }).click();
    await admin.notice('Personen haben keine verfügbaren Zeiten mehr').getByRole('button', { name: 'Rückgängig' }).click();
    await admin.notice('Rückgängig gemacht').waitFor();
    await page.getByRole('row', { name: /Clara/ }).getByText('09:00–13:00').first().waitFor();
    expect(mutations).toEqual(['BranchOpeningExceptionsSet', 'BranchOpeningExceptionsSet', 'StaffWorkPlanClear', 'StaffWorkPlansReplace']);
  });

  it('clear and restore plans, and keep the exceptions that the other has saved meanwhile', async () => {
    const { page } = admin;
    const exception = { staffId: 'stf_demo-ella', branchId: 'brn_demo-mitte', date: day };
    await admin.section('Arbeitsplan');
    await page.getByLabel('Ella auswählen').check();
    const open = () => page.getByRole('button', { name: 'Keine verfügbaren Zeiten' }).click();
    const dialog = page.getByRole('dialog');
    const clear = () => dialog.getByRole('button', { name: 'Keine verfügbaren Zeiten' }).click();
    await open();
    await anna('staffShiftOverrideSet', { ...exception, intervals: [{ from: '10:00', to: '14:00' }] });
    await clear();
    await dialog.getByText(/andere Pläne oder Ausnahmen von Ella/).waitFor();
    expect(await exceptions()).toEqual(['10:00']);
    await dialog.getByRole('button', { name: 'Trotzdem ersetzen' }).click();
    await admin.notice('1 Person hat keine verfügbaren Zeiten mehr').waitFor();
    expect(await exceptions()).toEqual([]);
    await anna('staffShiftOverrideSet', { ...exception, intervals: [{ from: '11:00', to: '14:00' }] });
    await admin.notice('1 Person hat keine verfügbaren Zeiten mehr').getByRole('button', { name: 'Rückgängig' }).click();
    await admin.notice('Jemand anders hat inzwischen Pläne oder Ausnahmen geändert: Ella.').waitFor();
    expect(await exceptions()).toEqual(['11:00']);
  });

  it('lose an answer, and create nothing twice', async () => {
    const { page } = admin;
    await admin.section('Leistungen & Kategorien');
    await page.getByRole('button', { name: 'Kategorie anlegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name der Kategorie').fill('Bart');
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (lost === 0 && route.request().postData()?.includes('serviceCategoryCreate')) {
        lost += 1;
        await route.fetch(); // the server has created it
        await route.abort();
      } else {
        await route.continue();
      }
    });
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await admin.notice('Der Server ist nicht erreichbar.').waitFor();
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Leistung anlegen in Bart' }).waitFor();
    const { data } = await run(server.origin, '{ serviceCategories { nodes { name } } }');
    const categories = data?.['serviceCategories'] as { nodes: { name: string }[] };
    expect(categories.nodes.filter(({ name }) => name === 'Bart')).toHaveLength(1);
  });
});
