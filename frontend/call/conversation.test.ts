import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Conversation, type Line } from './conversation';


/** One end of a channel. What it sends reaches the other end at once, unless the network is cut, which it does not notice. */
class Channel extends EventTarget {
  readyState = 'open';
  bufferedAmount = 0;
  isCut = false;
  /** How many bytes of photos have passed. */
  bytes = 0;
  other: Channel | undefined;

  send(data: string | ArrayBuffer) {
    if (!this.isCut) {
      this.bytes += typeof data === 'string' ? 0 : data.byteLength;
      this.other?.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
}

/** Connects two conversations, and returns a way to cut the network. */
function connect(one: Conversation, other: Conversation) {
  const [a, b] = [new Channel(), new Channel()];
  [a.other, b.other] = [b, a];
  other.use(b as unknown as RTCDataChannel);
  one.use(a as unknown as RTCDataChannel);
  return {
    a,
    cut: () => {
      a.isCut = true;
      b.isCut = true;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const shown = (of: Conversation) => of.lines.get().map(({ text, isOwn, progress }: Line) => `${isOwn ? 'own ' : ''}${text} ${progress}`);

it('shows a text as sent once the other side has it, and sends it again until then', () => {
  const [anna, carla] = [new Conversation(), new Conversation()];
  anna.write('early');
  expect(shown(anna)).toEqual(['own early 0']);
  const { cut } = connect(anna, carla);
  expect([shown(anna), shown(carla)]).toEqual([['own early 1'], ['early 1']]);
  cut();
  anna.write('lost');
  expect([shown(anna), shown(carla)]).toEqual([['own early 1', 'own lost 0'], ['early 1']]);
  connect(anna, carla);
  expect([shown(anna), shown(carla)]).toEqual([['own early 1', 'own lost 1'], ['early 1', 'lost 1']]);
});

it('shows a text once, although its acknowledgement was lost', () => {
  const [anna, carla] = [new Conversation(), new Conversation()];
  const { a } = connect(anna, carla);
  a.other!.isCut = true;
  anna.write('Hallo');
  expect([shown(anna), shown(carla)]).toEqual([['own Hallo 0'], ['Hallo 1']]);
  connect(anna, carla);
  expect([shown(anna), shown(carla)]).toEqual([['own Hallo 1'], ['Hallo 1']]);
});

it('lets the other side change none of the own lines, and keeps the latest 500 of its own', () => {
  const [anna, carla] = [new Conversation(), new Conversation()];
  const { a } = connect(anna, carla);
  carla.write('mine');
  const [own] = carla.lines.get();
  a.send(JSON.stringify({ type: 'photo', id: own!.id, format: 'image/png', size: 1 }));
  a.send(new ArrayBuffer(1));
  expect(carla.lines.get()[0]).toEqual(own);
  for (let count = 0; count < 600; count += 1) {
    a.send(JSON.stringify({ type: 'text', id: `${count}`, text: `${count}` }));
  }
  expect([carla.lines.get().length, shown(carla)[0], shown(carla)[1], shown(carla).at(-1)]).toEqual([501, 'own mine 1', '100 1', '599 1']);
});

it('keeps at most 100 MB of photos of the other side', () => {
  const [anna, carla] = [new Conversation(), new Conversation()];
  const { a } = connect(anna, carla);
  for (const id of 'abcdefghijkl') {
    a.send(JSON.stringify({ type: 'photo', id, format: 'image/png', size: 12 * 1024 * 1024 }));
  }
  expect(carla.lines.get().map(({ id }) => id.at(-1)).join('')).toBe('efghijkl');
});

/** Makes the browser one that shows pictures, whose bytes stay as they are. */
function showPictures() {
  vi.stubGlobal('createImageBitmap', async (file: Blob) => ({ width: 1, height: 1, file, close: () => undefined }));
  vi.stubGlobal('document', {
    createElement() {
      let drawn: Blob;
      return {
        getContext: () => ({ fillRect: () => undefined, drawImage: ({ file }: { file: Blob }) => (drawn = file) }),
        toBlob: (take: (blob: Blob) => void) => take(drawn),
      };
    },
  });
}

const photoOf = (size: number) => new Blob([new Uint8Array(size).fill(7)], { type: 'image/jpeg' });
const photos = (of: Conversation) => of.lines.get().map(({ progress, photoUrl, isOverdue }) => `${progress.toFixed(2)} ${photoUrl ? 'shown' : 'coming'}${isOverdue ? ' overdue' : ''}`);

it('sends a photo again that was cut, and shows it once', async () => {
  showPictures();
  const [anna, carla] = [new Conversation(), new Conversation()];
  const { a, cut } = connect(anna, carla);
  a.bufferedAmount = 1_000_000; // the network is slow
  expect(await anna.sendPhoto(photoOf(100_000))).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect([photos(anna), photos(carla)]).toEqual([['0.00 shown'], ['0.00 coming']]);
  cut(); // of which the channel says nothing
  const second = connect(anna, carla);
  await vi.advanceTimersByTimeAsync(0);
  expect([photos(anna), photos(carla), second.a.bytes]).toEqual([['1.00 shown'], ['1.00 shown'], 100_000]);
  connect(anna, carla);
  await vi.advanceTimersByTimeAsync(0);
  expect([photos(anna), photos(carla)]).toEqual([['1.00 shown'], ['1.00 shown']]);
});

it('shows a photo once whose acknowledgement was lost, and takes the next', async () => {
  showPictures();
  const [anna, carla] = [new Conversation(), new Conversation()];
  const { a } = connect(anna, carla);
  a.other!.isCut = true;
  await anna.sendPhoto(photoOf(40_000));
  await vi.advanceTimersByTimeAsync(0);
  expect([photos(anna), photos(carla)]).toEqual([['0.99 shown'], ['1.00 shown']]);
  const [{ photoUrl }] = carla.lines.get() as [Line];
  connect(anna, carla);
  await anna.sendPhoto(photoOf(20_000));
  await vi.advanceTimersByTimeAsync(0);
  expect([photos(anna), photos(carla)]).toEqual([['1.00 shown', '1.00 shown'], ['1.00 shown', '1.00 shown']]);
  expect(carla.lines.get()[0]?.photoUrl).toBe(photoUrl);
});

it.each<[string, (of: Conversation) => unknown]>([
  ['a text', (of) => of.write('Hallo')],
  ['a photo', (of) => of.sendPhoto(photoOf(40_000))],
])('says of %s that it has not arrived, and sends it once more', async (_, send) => {
  showPictures();
  const [anna, carla] = [new Conversation(), new Conversation()];
  const { a } = connect(anna, carla);
  a.isCut = true;
  await send(anna);
  await vi.advanceTimersByTimeAsync(19_000);
  expect(anna.lines.get()[0]?.isOverdue).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(anna.lines.get()[0]?.isOverdue).toBe(true);
  a.isCut = false;
  anna.sendAgain(anna.lines.get()[0]!.id);
  expect(anna.lines.get()[0]?.isOverdue).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([anna.lines.get(), carla.lines.get()].map((lines) => lines.map(({ progress, isOverdue }) => [progress, isOverdue]))).toEqual([[[1, false]], [[1, false]]]);
});

it('holds no photo whose line has been pushed out', async () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const [anna, carla] = [new Conversation(), new Conversation()];
  const { a } = connect(anna, carla);
  a.send(JSON.stringify({ type: 'photo', id: 'photo', format: 'image/png', size: 2 }));
  a.send(new ArrayBuffer(1));
  for (let count = 0; count < 500; count += 1) {
    a.send(JSON.stringify({ type: 'text', id: `${count}`, text: `${count}` }));
  }
  a.send(new ArrayBuffer(1));
  expect([made.mock.calls, photos(carla).length]).toEqual([[], 500]);
  made.mockRestore();
});

it('holds no photo that was ready only after it was closed', async () => {
  showPictures();
  const anna = new Conversation();
  const sending = anna.sendPhoto(photoOf(10));
  anna.close();
  expect([await sending, anna.lines.get()]).toEqual([true, []]);
  expect([await anna.sendPhoto(photoOf(10)), photos(anna)]).toEqual([true, ['0.00 shown']]);
  anna.close();
});

it('sends nothing that is no picture, or larger than 12 MB', async () => {
  const anna = new Conversation();
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')));
  expect([await anna.sendPhoto(photoOf(10)), anna.lines.get()]).toEqual([false, []]);
  showPictures();
  expect([await anna.sendPhoto(photoOf(12 * 1024 * 1024 + 1)), anna.lines.get()]).toEqual([false, []]);
});
