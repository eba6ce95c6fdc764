import { today } from '@internationalized/date';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { breaches } from './axe';
import { connectBrowser, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type NewSalon, startNewSalon } from './new_salon';

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

  it('leads an owner from nothing to five people who are bookable by video', async () => {
    const context = await germanContext(browser);
    const seen = watch(context);
    const page = await context.newPage();
    const admin = new AdminPage(page, salon.origin);
    await page.goto(salon.ownerLink);
    await page.getByLabel('Vorname').fill('Olga');
    await page.getByLabel('E-Mail').fill('olga@salon.example');
    await page.getByLabel('Passwort').fill('drei stille worte');
    await page.getByRole('button', { name: 'Konto anlegen' }).click();

    await page.getByLabel('Name des Salons').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Salon anlegen' }).click();
    await page.getByText('Gib den Namen deines Salons ein.').waitFor();
    await page.getByLabel('Name des Salons').fill('Salon Olga');
    await page.getByRole('combobox', { name: 'Zeitzone' }).fill('Europe/Berlin');
    await page.getByRole('option', { name: 'Europe/Berlin' }).click();
    await page.getByRole('button', { name: 'Salon anlegen' }).click();
    await page.getByText('An diesem Tag gibt es hier keine Mitarbeiter.').waitFor();
    expect(await breaches(page)).toEqual([]);

    for (const [name, text] of Object.entries(empty)) {
      await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name }).click();
      await page.getByText(text).waitFor();
      await admin.isLoaded();
      expect(await breaches(page), name).toEqual([]);
    }

    await admin.section('Mitarbeiter');
    for (const firstName of ['Anna', 'Ben', 'Clara', 'David', 'Ella']) {
      await page.getByRole('button', { name: 'Profil anlegen' }).click();
      const dialog = page.getByRole('dialog', { name: 'Neues Profil' });
      await dialog.getByLabel('Vorname').fill(firstName);
      await dialog.getByRole('button', { name: 'Profil anlegen' }).click();
      await admin.heading(firstName);
      await admin.section('Mitarbeiter');
    }
    await admin.section('Öffnungszeiten');
    await page.getByRole('button', { name: 'Zeit hinzufügen: Montag' }).click();
    await page.getByRole('button', { name: 'Di–Fr wie Montag' }).click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await admin.notice('Gespeichert').waitFor();

    await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Mitarbeiter' }).click();
    await page.getByRole('link', { name: 'Anna' }).click();
    await admin.tab('Arbeitsplan');
    await page.getByRole('button', { name: 'Zeit hinzufügen: Montag' }).click();
    await page.getByRole('button', { name: 'Di–Fr wie Montag' }).click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: 'Für andere übernehmen' }).click();
    for (const name of ['Ben', 'Clara', 'David', 'Ella']) {
      await page.getByRole('dialog').getByLabel(name).check();
    }
    await page.getByRole('dialog').getByRole('button', { name: 'Für andere übernehmen' }).click();
    await admin.notice('Für 4 Personen übernommen').waitFor();

    await admin.section('Video-Anrufe');
    await page.getByRole('button', { name: 'Video-Beratung anlegen' }).click();
    for (const [index, name] of ['Anna', 'Ben', 'Clara', 'David', 'Ella'].entries()) {
      const row = page.getByRole('row', { name: new RegExp(name) });
      const offers = { name: `${name} bietet Video an` };
      await row.getByRole('switch', { ...offers, disabled: false, checked: false }).click({ force: true });
      await row.getByRole('switch', { ...offers, checked: true }).waitFor({ state: 'attached' });
      await row.getByRole('textbox').fill(`https://meet.example.org/raum-${name.toLowerCase()}`);
      await page.keyboard.press('Enter');
      await page.getByText(`${index + 1} von ${index + 1} startklar`).waitFor();
    }

    const { branchId, ...week } = await thisBranch();
    const offers = '{ bookableVideoConsultations(branchId: $branchId, from: $from, to: $to) { staff { displayName } } }';
    const { data } = await run(salon.origin, `query ($branchId: ID!, $from: LocalDate!, $to: LocalDate!) ${offers}`, { branchId, ...week });
    const found = data?.['bookableVideoConsultations'] as { staff: { displayName: string } }[];
    expect(found.map(({ staff }) => staff.displayName).toSorted()).toEqual(['Anna', 'Ben', 'Clara', 'David', 'Ella']);
    await context.close();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(salon.origin).host]);
  });
});
