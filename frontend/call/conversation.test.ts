import { expect, it } from 'vitest';
import { Conversation, type Line } from './conversation';

/** One end of a channel. What it sends reaches the other end at once, unless the network is cut, which it does not notice. */
class Channel extends EventTarget {
  readyState = 'open';
  bufferedAmount = 0;
  isCut = false;
  other: Channel | undefined;

  send(data: string | ArrayBuffer) {
    if (!this.isCut) {
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
