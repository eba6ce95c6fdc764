import { today } from '@internationalized/date';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { breaches } from './axe';
import { bookButton } from './booking_page';
import { connectBrowser, watch } from './browser';
import { hasBrowser } from './browser_process';
import { countActs } from './counted_input';
import { germanContext } from './german_context';
import { type NewSalon, startNewSalon } from './new_salon';

const names = ['Anna Auer', 'Ben Bauer', 'Clara Conrad', 'David Dorn', 'Ella Ernst'];

/** Five people as a spreadsheet copies them. */
const pasted = ['Name\tE-Mail', ...names.map((name) => `${name}\t${name.split(' ')[0]?.toLowerCase()}@salon.example`)].join('\n');

/** The pages that have nothing to show yet, with what they say. */
const empty: Record<string, string> = {
  Leistungen: 'Es gibt noch keine Kategorie.',
  Kompetenzen: 'Es gibt noch keine Kategorie.',
  Kunden: 'Es gibt noch keine Kunden.',
  Postausgang: 'Es gibt noch keine E-Mails.',
  Auslastung: 'In diesem Zeitraum arbeitet niemand.',
  Einbetten: 'Es gibt noch keine online buchbare Leistung.',
};

describe.skipIf(!hasBrowser)('the first start', () => {
  let salon: NewSalon;
  let browser: Browser;

  beforeAll(async () => {
    salon = await startNewSalon();
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await salon?.stop();
  });

  /** The branch, and the week to come. */
  async function thisBranch() {
    const { data } = await run(salon.origin, '{ branch(slug: "salon-olga") { id } }');
    const from = today('Europe/Berlin');
    const { id: branchId } = data!['branch'] as { id: string };
    return { branchId, from: from.toString(), to: from.add({ days: 7 }).toString() };
  }

  it('leads an owner from nothing to the first booking with five people, and then to five people who are bookable by video', async () => {
    const context = await germanContext(browser);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const acts = await countActs(context);
    const seen = watch(context);
    const page = await context.newPage();
    const admin = new AdminPage(page, salon.origin);
    const typeInto = async (label: string, text: string, at: Pick<Page, 'getByLabel'> = page) => {
      await at.getByLabel(label).click();
      await page.keyboard.insertText(text);
    };
    await page.goto(salon.ownerLink);
    await typeInto('Vorname', 'Olga');
    await typeInto('E-Mail', 'olga@salon.example');
    await typeInto('Passwort', 'drei stille worte');
    await page.getByRole('button', { name: 'Konto anlegen' }).click();

    await page.getByLabel('Name des Salons').waitFor();
    expect(await breaches(page)).toEqual([]);
    await typeInto('Name des Salons', 'Salon Olga');
    await page.getByRole('combobox', { name: 'Zeitzone' }).click();
    await page.getByRole('combobox', { name: 'Zeitzone' }).fill('Europe/Berlin');
    await page.getByRole('option', { name: 'Europe/Berlin' }).click();
    await page.getByRole('button', { name: 'Salon anlegen' }).click();
    await admin.heading('Erste Schritte');
    await page.getByText(/^[01] von 7 erledigt/).waitFor();
    expect(await breaches(page)).toEqual([]);

    const before = acts.clicks;
    await page.getByRole('link', { name: 'Kalender', exact: true }).click();
    await page.getByText('Noch kann niemand bei dir buchen.').waitFor();
    await admin.isLoaded();
    expect(await breaches(page)).toEqual([]);
    for (const [name, text] of Object.entries(empty)) {
      await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name }).click();
      await page.getByText(text).waitFor();
      await admin.isLoaded();
      expect(await breaches(page), name).toEqual([]);
    }
    await admin.section('Erste Schritte');
    const detour = acts.clicks - before;

    await page.getByLabel('Friseur').click();
    await page.getByRole('button', { name: 'Vorlage übernehmen' }).click();
    await admin.notice('Vorlage übernommen').waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
    await page.getByLabel('Namen und E-Mail-Adressen').click();
    await page.keyboard.press('ControlOrMeta+v');
    await page.getByRole('button', { name: '5 Personen anlegen' }).click();
    await admin.notice('5 Personen angelegt').waitFor();
    await page.getByText('5 von 7 erledigt').waitFor();
    expect(await breaches(page)).toEqual([]);

    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Probier es als Kunde' }).click();
    const customer = await opened;
    await customer.getByRole('button', { name: /Herrenschnitt/ }).click();
    await customer.getByRole('button', { name: /^\d\d:\d\d/ }).first().click();
    await customer.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    for (const [label, text] of [['Dein Name', 'Lena Lang'], ['Deine E-Mail-Adresse', 'lena@kunde.example']] as const) {
      await customer.getByLabel(label).click();
      await customer.keyboard.insertText(text);
    }
    await bookButton(customer).click();
    await customer.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(acts.clicks - detour + acts.pastes).toBeLessThanOrEqual(30);
    expect(acts.pastes).toBe(1);
    await customer.close();

    await page.getByRole('button', { name: 'Einladungslinks erstellen' }).click();
    await page.getByLabel('Einladungslink von Ella Ernst').waitFor();
    await page.getByRole('button', { name: 'Alle kopieren' }).click();
    await page.getByRole('button', { name: 'Kopiert' }).waitFor();
    const links = await page.evaluate(() => navigator.clipboard.readText());
    expect(links.split('\n').map((line) => line.replace(/\/[^/]*$/, '/…'))).toEqual(names.map((name) => `${name}\t${salon.origin}/welcome/…`));

    await admin.section('Video-Anrufe');
    await page.getByRole('button', { name: 'Video-Beratung anlegen' }).click();
    await page.getByText('Eingeschaltet: Wer keinen Link hat, nutzt den eigenen Raum.').waitFor(); // by the template
    expect(await breaches(page)).toEqual([]);
    for (const [index, name] of names.entries()) {
      const row = page.getByRole('row', { name: new RegExp(name) });
      const offers = { name: `${name} bietet Video an` };
      await row.getByRole('switch', { ...offers, disabled: false, checked: false }).focus();
      await page.keyboard.press('Space');
      await row.getByRole('switch', { ...offers, checked: true }).waitFor({ state: 'attached' });
      await page.getByText(`${index + 1} von ${index + 1} startklar`).waitFor();
    }

    expect(acts.pastes).toBe(1); // of the names

    const { branchId, ...week } = await thisBranch();
    const offers = '{ bookableVideoConsultations(branchId: $branchId, from: $from, to: $to) { staff { displayName } } }';
    const { data } = await run(salon.origin, `query ($branchId: ID!, $from: LocalDate!, $to: LocalDate!) ${offers}`, { branchId, ...week });
    const found = data?.['bookableVideoConsultations'] as { staff: { displayName: string } }[];
    expect(found.map(({ staff }) => staff.displayName).toSorted()).toEqual(names);
    await context.close();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(salon.origin).host]);
  });
});
