import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Peer } from './peer';
import { batchIn, type Described, type SignalMessage } from './signal_queue';

/** A browser's connection, as far as descriptions go. Like some browsers it does not always say that one is needed. */
class Connection extends EventTarget {
  connectionState = 'connected';
  signalingState = 'stable';
  localDescription: { toJSON(): RTCSessionDescriptionInit } | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  packetsReceived = 0;
  /** The pictures that were to be whole, by stream. */
  readonly wholePictures: object[] = [];
  #made = 0;

  restartIce = () => undefined;
  close = () => undefined;
  getStats = () => Promise.resolve(new Map([['T', { type: 'transport', packetsReceived: this.packetsReceived }]]));
  createDataChannel = () => new EventTarget();
  addTransceiver = (kind: string) => ({
    sender: {
      track: kind === 'video' ? {} : null,
      getParameters: () => ({ encodings: [{ active: true }] }),
      setParameters: (_: object, options: object) => Promise.resolve(void this.wholePictures.push(options)),
    },
  });
  become = (state: string) => {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  };
  getTransceivers = () => [];

  setLocalDescription = (description?: { type: string }) => {
    if (description?.type === 'rollback') {
      this.signalingState = 'stable';
    } else {
      const type = this.signalingState === 'stable' ? 'offer' : 'answer';
      this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
      this.#made += 1;
      const sdp = String(this.#made);
      this.localDescription = { toJSON: () => ({ type, sdp }) };
    }
    return Promise.resolve();
  };

  setRemoteDescription = (description: RTCSessionDescriptionInit) => {
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    this.remoteDescription = description;
    return Promise.resolve();
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', Connection);
  vi.stubGlobal('MediaStream', EventTarget);
});

afterEach(() => {
  vi.useRealTimers();
});

/** One side of a call, what it has sent, and how it hears the other. */
function side(isPolite: boolean) {
  const sent: SignalMessage[] = [];
  const peer = new Peer({
    remoteId: 'par_other',
    isPolite,
    relays: [],
    track: () => null,
    send(payload) {
      sent.push(...(batchIn(payload)?.messages ?? []));
      return Promise.resolve('SENT');
    },
    onState: () => undefined,
    onBroken: () => undefined,
    onChannel: () => undefined,
  });
  peer.start();
  const hear = async (...messages: Described[]) => {
    peer.receive(JSON.stringify({ from: 'other', messages }));
    await vi.advanceTimersByTimeAsync(20);
  };
  return { peer, sent, hear, heard: () => peer.connection.remoteDescription?.sdp };
}

const answer = (sdp: string, offer: number): Described => ({ description: { type: 'answer', sdp }, offer });

it('takes no answer to an offer that it has taken back', async () => {
  const { peer, sent, hear, heard } = side(false);
  await vi.advanceTimersByTimeAsync(20);
  peer.hurry();
  await vi.advanceTimersByTimeAsync(20);
  expect(sent).toEqual([{ description: { type: 'offer', sdp: '1' }, offer: 1 }, { description: { type: 'offer', sdp: '2' }, offer: 2 }]);
  await hear(answer('to the first', 1));
  expect(heard()).toBeUndefined();
  await hear(answer('to the second', 2));
  expect(heard()).toBe('to the second');
});

it('says which offer it answers', async () => {
  const { sent, hear } = side(true);
  await hear({ description: { type: 'offer', sdp: 'hello' }, offer: 7 });
  expect(sent).toEqual([{ description: { type: 'answer', sdp: '1' }, offer: 7 }]);
});

it('offers new paths also when the browser does not ask for it', async () => {
  const { peer, sent, hear } = side(false);
  await vi.advanceTimersByTimeAsync(20);
  await hear(answer('hello', 1));
  peer.hurry();
  await vi.advanceTimersByTimeAsync(20);
  expect(sent.at(-1)).toEqual({ description: { type: 'offer', sdp: '2' }, offer: 2 });
});

it('sends a whole picture as soon as the other side is heard again', async () => {
  const { peer } = side(false);
  const connection = peer.connection as unknown as Connection;
  connection.become('connected');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(connection.wholePictures).toEqual([]);
  connection.packetsReceived += 1;
  await vi.advanceTimersByTimeAsync(200);
  expect(connection.wholePictures).toEqual([{ encodingOptions: [{ keyFrame: true }] }]);
  peer.close();
});
