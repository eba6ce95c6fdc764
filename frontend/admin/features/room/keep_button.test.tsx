import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { KeepButton } from './keep_button';
import type { PhotoOfCall } from './photo_keeper';
import { usePhotoKeeper } from './use_photo_keeper';

/** A request of the browser, which the test answers. */
class Request extends EventTarget {
  static sent: Request[] = [];
  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  status = 0;
  responseText = '';
  address = '';
  body: Blob | undefined;

  open(method: string, address: string) {
    this.address = `${method} ${address}`;
  }

  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }

  send(body: Blob) {
    this.body = body;
    Request.sent.push(this);
  }

  abort() {
    this.dispatchEvent(new Event('loadend'));
  }

  progress(loaded: number) {
    act(() => void this.upload.dispatchEvent(new ProgressEvent('progress', { loaded, total: 100 })));
  }

  /** Without a status, there is no answer. */
  answer(status?: number, content: object = {}) {
    this.status = status ?? 0;
    this.responseText = JSON.stringify(content);
    act(() => {
      this.dispatchEvent(new Event(status ? 'load' : 'error'));
      this.dispatchEvent(new Event('loadend'));
    });
  }
}

beforeEach(() => {
  Request.sent = [];
  vi.stubGlobal('XMLHttpRequest', Request);
});

const read = async () => new Blob(['photo']);
const address = { uploadUrl: 'https://booking.example/photo-uploads/TOKEN', userErrors: [] };

function Photo({ announce, ...photo }: PhotoOfCall & { announce(text: string): void }) {
  return <KeepButton keeper={usePhotoKeeper('apt_carla', announce)} photo={photo} />;
}

/** Shows the button of a photo, presses it, and returns what it has sent. */
async function keep({ payload = [address] as object[], photo = {} as Partial<PhotoOfCall>, language = 'de' as Language } = {}) {
  const said: string[] = [];
  const sent = answerMutations(() => payload[Math.min(sent.length, payload.length) - 1] as Record<string, unknown>);
  const user = await showInBranch(<Photo id="remote 1" isOwn={false} read={read} announce={(text) => said.push(text)} {...photo} />, language);
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  await press(language === 'de' ? 'Behalten' : 'Keep');
  return { sent, said, press };
}

/** Returns a request, once it has been sent. */
async function request(index = 0): Promise<Request> {
  await waitFor(() => expect(Request.sent.length).toBeGreaterThan(index));
  return Request.sent[index] as Request;
}

test('a photo of the customer is kept, and shows how far that is', async () => {
  const { sent, said } = await keep();
  const first = await request();
  expect(sent).toMatchObject([{ operationName: 'ConsultationPhotoUploadCreate', variables: { input: { appointmentId: 'apt_carla', sender: 'CUSTOMER' } } }]);
  expect([first.address, first.headers['accept-language'], await first.body?.text()]).toEqual(['PUT /photo-uploads/TOKEN', 'de', 'photo']);
  first.progress(40);
  expect(screen.getByRole('progressbar', { name: 'Foto wird behalten' }).getAttribute('aria-valuenow')).toBe('40');
  first.answer(201, { id: 'pho_1' });
  expect(await screen.findByText('Behalten ✓')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(said).toEqual(['Foto behalten.']);
});

test('what is lost on the way is sent again to the same address, so that it is kept once', async () => {
  const { sent, press } = await keep({ photo: { isOwn: true }, language: 'en' });
  (await request()).answer();
  expect(await screen.findByText('The photo has not arrived.')).toBeTruthy();
  await press('Try again');
  (await request(1)).answer(200, { id: 'pho_1' });
  expect(await screen.findByText('Kept ✓')).toBeTruthy();
  expect(sent.map(({ variables }) => variables.input['sender'])).toEqual(['STAFF']);
  expect(Request.sent[1]?.address).toBe(Request.sent[0]?.address);
});

test('an address that has expired meanwhile is replaced by another', async () => {
  const { press } = await keep({ payload: [address, { ...address, uploadUrl: 'https://booking.example/photo-uploads/OTHER' }] });
  (await request()).answer();
  await press('Erneut versuchen');
  (await request(1)).answer(404, { code: 'NOT_FOUND', message: 'Nicht gefunden.' });
  const last = await request(2);
  expect(last.address).toBe('PUT /photo-uploads/OTHER');
  last.answer(201, { id: 'pho_1' });
  expect(await screen.findByText('Behalten ✓')).toBeTruthy();
});

test('an answer that says nothing of the photo keeps the address, which may have it already', async () => {
  const { sent, press } = await keep();
  (await request()).answer(429, { code: 'TOO_MANY_REQUESTS', message: 'Zu viele Anfragen.' });
  await press('Erneut versuchen');
  (await request(1)).answer(200, { id: 'pho_1' });
  expect(await screen.findByText('Behalten ✓')).toBeTruthy();
  expect(sent).toHaveLength(1);
});

test('why a photo is not kept stands beside it, and is said', async () => {
  const { said } = await keep();
  (await request()).answer(422, { code: 'PHOTO_INVALID', message: 'Das lässt sich nicht als Foto öffnen.' });
  expect(await screen.findByText('Das lässt sich nicht als Foto öffnen.')).toBeTruthy();
  expect(said).toEqual(['Das lässt sich nicht als Foto öffnen.']);
});

test('no address is made for one photo too many', async () => {
  const wrong = { __typename: 'UserError', code: 'TOO_MANY_PHOTOS', field: ['input', 'appointmentId'], message: 'Zu diesem Termin sind schon 20 Fotos behalten.' };
  await keep({ payload: [{ uploadUrl: null, userErrors: [wrong] }] });
  expect(await screen.findByText(wrong.message)).toBeTruthy();
  expect(Request.sent).toEqual([]);
});

test('who has changed their mind stops it', async () => {
  const { press } = await keep();
  await request();
  await press('Abbrechen');
  expect(await screen.findByRole('button', { name: 'Behalten' })).toBeTruthy();
});

test('what has been sent cannot be stopped any more', async () => {
  await keep();
  const first = await request();
  first.progress(99);
  expect(screen.getByRole('button', { name: 'Abbrechen' })).toBeTruthy();
  first.progress(100);
  expect(screen.queryByRole('button')).toBeNull();
  first.answer(201, { id: 'pho_1' });
  expect(await screen.findByText('Behalten ✓')).toBeTruthy();
});

test('what cannot be read is not sent', async () => {
  await keep({ photo: { read: async () => undefined } });
  expect(await screen.findByText('Das Foto ist nicht angekommen.')).toBeTruthy();
  expect(Request.sent).toEqual([]);
});
