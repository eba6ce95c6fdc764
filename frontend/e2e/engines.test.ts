import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Color, contrast, enough } from '../widget/contrast';
import { languages } from '../widget/language';
import { bookingWords } from '../widget/words/booking';
import { run } from './api';
import { bookRoom } from './appointments';
import { theDay } from './booking_page';
import { connectBrowser } from './browser';
import { expectMedia } from './call_media';
import { callPeople } from './call_people';
import { type EngineElement, isInstalled } from './engine';
import { firefox } from './firefox';
import { at } from './own_server';
import { type Server, startServer } from './server';
import { sessionOf } from './session';
import { startVisit, type Visitor } from './visitor';
import { webkit } from './webkit';

const targetOf = (link: EngineElement) => link.run((element) => (element as HTMLAnchorElement).href);

/** The parts of a computed color such as rgb(0, 0, 0). */
function colorOf(computed: string): Color {
  const [red = NaN, green = NaN, blue = NaN] = (computed.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

const ownRoom = 'mutation ($input: StaffVideoLinkSetInput!) { staffVideoLinkSet(input: $input) { userErrors { message } } }';

/** What the booking page is called. */
const titles = { de: 'Termin buchen', en: 'Book appointment', fr: 'Réserver un rendez-vous', tr: 'Randevu al' };

for (const engine of [firefox, webkit]) {
  // To start an engine takes longer than any test here, so all of them share one, which prefers the dark.
  describe.skipIf(!isInstalled(engine))(`a customer with ${engine.name}`, () => {
    let server: Server;
    let visitor: Visitor;

    beforeAll(async () => {
      server = await startServer();
      visitor = await startVisit(engine, 'dark');
    });

    afterAll(async () => {
      await visitor?.leave();
      await server?.stop();
    });

    const fits = async () => expect((await visitor.page()).excess).toBe(0);

    it.each(languages)('is spoken to in the language of the link, on a phone: %s', async (language) => {
      const { open, see, resize, page } = visitor;
      await resize(engine.narrowest);
      await open(`${server.origin}/book/mitte?lang=${language}`);
      await see('heading', (await bookingWords(language)).service.replaceAll('?', '\\?'));
      expect(await page()).toMatchObject({ title: `${titles[language]} · Salon Mitte`, language, excess: 0 });
    });

    it('books on a phone, comes back, waits for the room, moves and cancels', async () => {
      const { open, see, click, type, resize, page } = visitor;
      await resize(engine.narrowest);
      await open(`${server.origin}/book/mitte?lang=de`);
      await click('button', 'Pflegeberatung');
      await click('button', theDay.source);
      await fits();
      await click('button', '^15:00');
      await see('heading', 'Fast geschafft');
      await fits();
      await type('Dein Name', 'Lena Kunde');
      await type('Deine E-Mail-Adresse', 'lena@kunde.example');
      await click('button', '^Termin buchen$');
      await see('heading', 'Dein Termin steht!');
      await fits();
      expect(await at('15:00', server)).toEqual(['Lena Kunde']);

      const manageUrl = await targetOf(await see('link', 'Verschieben oder absagen'));
      await expect.poll(async () => (await page()).address).toBe(manageUrl);
      await open(manageUrl);
      await see('heading', '^Dein Termin$');
      await fits();
      await open(await targetOf(await see('link', 'Zum Videoraum')));
      await see('heading', 'Dein Video-Termin');
      await fits();

      await open(manageUrl);
      await click('button', '^Verschieben$');
      await click('button', theDay.source);
      await click('button', '^15:30');
      await see('text', 'Bisher');
      await fits();
      await click('button', 'Termin verschieben');
      await see('text', '^Verschoben\\.');
      expect(await at('15:30', server)).toEqual(['Lena Kunde']);

      await click('button', 'Absagen');
      await click('button', 'Termin absagen');
      await see('heading', 'Dieser Termin wurde abgesagt');
      await fits();
      expect(await at('15:30', server)).toEqual([]);
    });

    it.each([engine].filter(({ calls }) => calls))('meets staff, who have Chromium, from the link to the end of the call', async () => {
      const { open, see, click, type } = visitor;
      const chromium = await connectBrowser();
      const people = callPeople(chromium, server.origin);
      await run(server.origin, ownRoom, { input: { staffId: 'stf_demo-anna', provider: 'VISAVIS' } }, { cookie: sessionOf('anna') });
      const { id, joinUrl } = await bookRoom(server.origin, 5, 'DE');
      await open(joinUrl);
      await click('button', '^Warteraum betreten$');
      await see('heading', 'Du bist im Warteraum');
      const anna = await people.open(`${server.origin}/admin/gespraech/${id}`, { person: 'anna' });
      await anna.getByRole('button', { name: 'Einlassen', exact: true }).click();
      await see('heading', 'Gespräch mit Anna');
      await Promise.all([expectMedia(visitor), expectMedia(anna)]);
      await click('button', '^Nachrichten$');
      await type('Deine Nachricht', 'Hallo Anna');
      await click('button', '^Senden$');
      await anna.getByRole('button', { name: 'Nachrichten, 1 neu' }).click();
      await anna.getByRole('listitem').getByText('Hallo Anna', { exact: true }).waitFor();
      await anna.getByLabel('Deine Nachricht').fill('Hallo Lena');
      await anna.keyboard.press('Enter');
      await see('text', '^Hallo Lena$');
      await click('button', '^Auflegen$');
      await click('button', '^Zurück ins Gespräch$');
      await Promise.all([expectMedia(visitor), expectMedia(anna)]);
      await anna.getByRole('button', { name: 'Gespräch beenden', exact: true }).click();
      await see('heading', 'Danke für das Gespräch!');
      await people.leave();
      await chromium.close();
    });

    it('learns what is to be paid, and can read it in the dark', async () => {
      const { open, see, click, resize } = visitor;
      await resize(1280);
      await open(`${server.origin}/book/mitte?lang=de`);
      await click('button', 'Farbberatung');
      await click('button', theDay.source);
      await click('button', '^10:00');
      const button = await see('button', '^Zahlungspflichtig buchen$');
      const { text, ground, page } = await button.run((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return { text: color, ground: backgroundColor, page: getComputedStyle(element.closest('.booking')!).backgroundColor };
      });
      expect(contrast(colorOf(text), colorOf(ground))).toBeGreaterThanOrEqual(enough);
      expect(contrast(colorOf(page), [0, 0, 0])).toBeLessThan(2);
    });
  });
}
