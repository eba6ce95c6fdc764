import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Color, contrast, enough } from '../widget/contrast';
import { theDay } from './booking_page';
import { type EngineElement, isInstalled } from './engine';
import { firefox } from './firefox';
import { at } from './own_server';
import { type Server, startServer } from './server';
import { visit } from './visitor';
import { webkit } from './webkit';

const targetOf = (link: EngineElement) => link.run((element) => (element as HTMLAnchorElement).href);

/** The parts of a computed color such as rgb(0, 0, 0). */
function colorOf(computed: string): Color {
  const [red = NaN, green = NaN, blue = NaN] = (computed.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

for (const engine of [firefox, webkit]) {
  describe.skipIf(!isInstalled(engine))(`a customer with ${engine.name}`, () => {
    let server: Server;

    beforeAll(async () => {
      server = await startServer();
    });

    afterAll(async () => {
      await server?.stop();
    });

    it('books, comes back, waits for the room, moves and cancels', async () => {
      await visit(engine, 'light', async ({ open, see, click, type, address }) => {
        await open(`${server.origin}/book/mitte?lang=de`);
        await click('button', 'Pflegeberatung');
        await click('button', theDay.source);
        await click('button', '^15:00');
        await see('heading', 'Fast geschafft');
        await type('Dein Name', 'Lena Kunde');
        await type('Deine E-Mail-Adresse', 'lena@kunde.example');
        await click('button', '^Termin buchen$');
        await see('heading', 'Dein Termin steht!');
        expect(await at('15:00', server)).toEqual(['Lena Kunde']);

        const manageUrl = await targetOf(await see('link', 'Verschieben oder absagen'));
        await expect.poll(address).toBe(manageUrl);
        await open(manageUrl);
        await see('heading', '^Dein Termin$');
        await open(await targetOf(await see('link', 'Zum Videoraum')));
        await see('heading', 'Dein Video-Termin');

        await open(manageUrl);
        await click('button', '^Verschieben$');
        await click('button', theDay.source);
        await click('button', '^15:30');
        await see('text', 'Bisher');
        await click('button', 'Termin verschieben');
        await see('text', '^Verschoben\\.');
        expect(await at('15:30', server)).toEqual(['Lena Kunde']);

        await click('button', 'Absagen');
        await click('button', 'Termin absagen');
        await see('heading', 'Dieser Termin wurde abgesagt');
        expect(await at('15:30', server)).toEqual([]);
      });
    });

    it('learns what is to be paid, and can read it in the dark', async () => {
      await visit(engine, 'dark', async ({ open, see, click }) => {
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
  });
}
