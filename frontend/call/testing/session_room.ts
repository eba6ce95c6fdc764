import { vi } from 'vitest';
import { removeFromTab, storedInTab } from '../../environment/storage';
import { DeviceOfTab } from '../device_of_tab';
import type { Media } from '../media';
import { Observable } from '../observable';
import { Session } from '../session';
import type { Entry, Follower, Participant, RoomFacts, RoomState, RoomTransport, Side } from '../transport';

/** A browser's connection that never connects. */
export class Connection extends EventTarget {
  static made: Connection[] = [];
  connectionState = 'new';
  signalingState = 'stable';
  remoteDescription = null;
  localDescription: { toJSON(): object } | null = null;
  isClosed = false;

  constructor() {
    super();
    Connection.made.push(this);
  }

  restartIce = () => undefined;
  getStats = () => Promise.resolve(new Map());
  createDataChannel = () => new EventTarget();
  addTransceiver = () => ({ sender: { track: null, replaceTrack: () => Promise.resolve() } });
  close = () => {
    this.isClosed = true;
  };
  setLocalDescription = () => {
    this.localDescription = { toJSON: () => ({ type: 'offer', sdp: `${Connection.made.indexOf(this)}` }) };
    return Promise.resolve();
  };
}

const media = { facts: new Observable({ camera: 'OFF', microphone: 'OFF', screen: null }), track: () => null } as unknown as Media;
export const customer: Participant = { id: 'par_customer', role: 'CUSTOMER' };
export const staff: Participant = { id: 'par_staff', role: 'STAFF' };
/** The customer's device, once it has come in again. */
export const again: Participant = { id: 'par_again', role: 'CUSTOMER' };

/** As what the tab stores its device. */
export const storedAs = 'visavis room of sessions';

/** A room in memory, as one side reaches it. */
export function roomFor(side: Side) {
  const own = side === 'STAFF' ? staff : customer;
  let room: RoomFacts = { state: 'WAITING', own: true, participants: [own] };
  let follower: Follower<RoomFacts> | undefined;
  let answer: Entry<RoomFacts> | undefined;
  let position = 0;
  let isLost = false;
  let later: Promise<Entry<RoomFacts>> | undefined;
  const follows = { hurried: 0 };
  const [entered, left, sent] = [[] as { deviceKey: string }[], [] as string[], [] as object[]];
  const transport: RoomTransport<RoomFacts> = {
    enter(input) {
      entered.push(input);
      if (isLost) {
        isLost = false;
        return Promise.reject(new Error('lost'));
      }
      return later ?? Promise.resolve(answer ?? { room, participant: own, relays: [] });
    },
    leave: (id) => void left.push(id),
    signal(input) {
      sent.push(input);
      return Promise.resolve('SENT');
    },
    follow(next) {
      follower = next;
      return { stop: () => undefined, hurry: () => void (follows.hurried += 1) };
    },
  };
  const device = new DeviceOfTab(storedAs);
  const session = new Session({ transport, side, media, device });
  void session.start();
  const hear = (state: RoomState, ...participants: Participant[]) => {
    room = { ...room, state, participants };
    position += 1;
    follower?.hear({ id: String(position), room, signals: [] });
  };
  const receive = (from: string, ...messages: object[]) => {
    position += 1;
    const senderId = side === 'STAFF' ? customer.id : staff.id;
    follower?.hear({ id: String(position), room, signals: [{ senderId, payload: JSON.stringify({ from, messages }) }] });
  };
  return {
    session, hear, receive, entered, left, sent,
    place: () => session.facts.get().place,
    /** How the device is known to the next page of the tab. */
    kept: () => storedInTab(storedAs),
    followed: () => [follower?.participantId, follower?.after()],
    renew: () => {
      answer = { room, participant: own, relays: [{ urls: 'turn:salon.example' }] };
    },
    follows: () => follows,
    lose: () => {
      isLost = true;
    },
    /** Has the next request answered when the returned function is called. */
    answerLater(participant: Participant) {
      const waiting: (() => void)[] = [];
      later = new Promise((resolve) => {
        waiting.push(() => resolve({ room: { ...room, participants: [participant] }, participant, relays: [] }));
      });
      return () => {
        later = undefined;
        waiting.forEach((answerNow) => answerNow());
      };
    },
    refuse: (code: string) => {
      answer = { refused: { code, message: code } };
    },
  };
}

/** Stands in for the browser, whose tab has stored nothing. */
export function startBrowser(): void {
  vi.useFakeTimers();
  Connection.made = [];
  vi.stubGlobal('RTCPeerConnection', Connection);
  vi.stubGlobal('MediaStream', EventTarget);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('navigator', {});
}

/** Ends what {@link startBrowser} has begun. */
export function endBrowser(): void {
  vi.useRealTimers();
  removeFromTab(storedAs);
}
