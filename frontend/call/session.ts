import { Conversation } from './conversation';
import type { DeviceOfTab } from './device_of_tab';
import type { Media } from './media';
import { Observable } from './observable';
import { Peer, type PeerState } from './peer';
import { type Counted, type Quality, qualityOf } from './quality';
import { countedIn } from './statistics';
import type { Entry, Following, Participant, RoomEvent, RoomFacts, RoomTransport, Side } from './transport';

/**
 * Where this device is: not in the room; coming in; in it; kept out by another device of the same side, whose place it may take; or replaced
 * by such a device.
 */
export type Place = 'OUTSIDE' | 'ENTERING' | 'INSIDE' | 'ELSEWHERE' | 'REPLACED';

export interface SessionFacts<Room extends RoomFacts> {
  /** The room as it was heard last; null before that. */
  room: Room | null;
  /** Whether the server is heard at the moment. */
  isLive: boolean;
  place: Place;
  remote: PeerState;
  /** What the other side sends; it is another object when its device is another. */
  stream: MediaStream | null;
  /** How well the call works; null while it does not. */
  quality: Quality | null;
}

export interface SessionOptions<Room extends RoomFacts> {
  transport: RoomTransport<Room>;
  side: Side;
  media: Media;
  /** What makes this device the same beyond a reload, so that it comes back without a question. */
  device: Pick<DeviceOfTab, 'recall' | 'take' | 'keep' | 'forget' | 'close'>;
  /** Uses only paths through relays. */
  isRelayed?: boolean;
}

/** How often the quality is measured, in milliseconds. */
const measuring = 2_000;

/** How long to wait before a device that was forgotten comes in again, in milliseconds. */
const comingBack = 2_000;

/** How old credentials of relays may become before they are renewed, in milliseconds. They work for two hours. */
const oldestRelays = 90 * 60_000;

/**
 * A device's stay in a room: it follows the room, comes in and goes, and holds the call once the customer was let in. Without a call it is
 * a stay in a waiting room. Call `start` first and `close` at the end; after that it may start again.
 */
export class Session<Room extends RoomFacts> {
  readonly facts: Observable<SessionFacts<Room>>;
  readonly conversation = new Conversation();
  readonly #options: SessionOptions<Room>;
  #following: Following | undefined;
  #participant: Participant | null = null;
  #relays: RTCIceServer[] = [];
  #relaysSince = 0;
  #isRenewing = false;
  /** Whether the server is asked to let this device in: it may have done so already. */
  #isEntering = false;
  /** Whether the last such request went unanswered. */
  #isUnanswered = false;
  #isClosed = false;
  #recalling: Promise<string | null> = Promise.resolve(null);
  #position: string | null = null;
  #peer: Peer | undefined;
  #measuring: ReturnType<typeof setInterval> | undefined;
  #counted: Counted | undefined;
  #comingBack: ReturnType<typeof setTimeout> | undefined;
  readonly #ending: (() => void)[] = [];

  constructor(options: SessionOptions<Room>) {
    this.#options = options;
    this.facts = new Observable<SessionFacts<Room>>({ room: null, isLive: false, place: 'OUTSIDE', remote: 'ABSENT', stream: null, quality: null });
  }

  /** Follows the room from outside. Returns the key that this device had before, once that is known; null if none. */
  start(): Promise<string | null> {
    this.#isClosed = false;
    this.#recalling = this.#options.device.recall();
    this.#follow();
    const hurry = () => this.hurry();
    addEventListener('online', hurry);
    const network = (navigator as { connection?: EventTarget & { type?: string } }).connection;
    let type = network?.type;
    const change = () => {
      if (type !== network?.type) { // not when only its speed is estimated anew, as in every call
        type = network?.type;
        hurry();
      }
    };
    network?.addEventListener('change', change);
    this.#ending.push(
      () => removeEventListener('online', hurry),
      () => network?.removeEventListener('change', change),
      this.#options.media.facts.follow(() => this.#tell()),
    );
    this.#tell();
    return this.#recalling;
  }

  /** Comes in. Returns why the server refused; undefined if it did not. Rejects if it cannot be reached. */
  async enter(takeOver = false): Promise<{ code: string; message: string } | undefined> {
    clearTimeout(this.#comingBack);
    const before = this.facts.get().place;
    if (before !== 'INSIDE') {
      this.facts.change({ place: 'ENTERING' });
    }
    let entry: Entry<Room>;
    try {
      await this.#recalling;
      if (this.#isClosed) {
        this.facts.change({ place: before });
        return undefined;
      }
      this.#isEntering = true;
      entry = await this.#options.transport.enter({ takeOver, deviceKey: this.#options.device.take() });
      this.#isUnanswered = false;
    } catch (error) {
      this.#isUnanswered = true;
      this.facts.change({ place: before });
      throw error;
    } finally {
      this.#isEntering = false;
    }
    if (this.#isClosed) {
      this.facts.change({ place: 'OUTSIDE' });
      return undefined;
    }
    if (entry.refused) {
      const place = entry.refused.code === 'ROOM_ENTERED_ELSEWHERE' ? 'ELSEWHERE' : 'OUTSIDE';
      if (this.#participant) {
        this.#stopStaying(place);
      }
      if (place === 'ELSEWHERE') {
        this.#options.device.forget();
      }
      this.facts.change({ place });
      return entry.refused;
    }
    this.#options.device.keep();
    this.#participant = entry.participant;
    this.#relays = entry.relays;
    this.#relaysSince = Date.now();
    this.#position = null;
    this.#dropPeer();
    this.facts.change({ room: entry.room, place: 'INSIDE' });
    this.#follow();
    this.#settle(entry.room);
    return undefined;
  }

  /** Leaves. Whoever was let in may come back by `enter`. */
  leave(): void {
    if (this.#participant) {
      this.#options.transport.leave(this.#participant.id);
      this.#goOut('OUTSIDE');
    }
  }

  /** Stays outside, without taking the place of another device. */
  stayOut(): void {
    this.facts.change({ place: 'OUTSIDE' });
  }

  /** Connects anew what is not connected, such as after a change of the network. */
  hurry(): void {
    this.#following?.hurry();
    this.#peer?.hurry();
  }

  /** Ends the stay, without leaving: the next page of the tab continues it. */
  close(): void {
    this.#isClosed = true;
    this.#options.device.close();
    this.#following?.stop();
    this.#dropPeer();
    clearTimeout(this.#comingBack);
    for (const end of this.#ending.splice(0)) {
      end();
    }
    this.conversation.close();
  }

  #follow(): void {
    this.#following?.stop();
    this.#following = this.#options.transport.follow({
      participantId: this.#participant?.id ?? null,
      after: () => this.#position,
      hear: (event) => this.#hear(event),
      setLive: (isLive) => this.#setLive(isLive),
    });
  }

  #setLive(isLive: boolean): void {
    const isBack = isLive && !this.facts.get().isLive;
    this.facts.change({ isLive });
    if (isBack && this.#options.side === 'STAFF') {
      this.#peer?.hurry(); // the server may have been the relay; one side is enough
    } else if (isBack) {
      this.#peer?.sendWaiting();
    }
  }

  #hear({ id, room, signals }: RoomEvent<Room>): void {
    this.#position = id;
    this.facts.change({ room });
    this.#settle(room);
    for (const { senderId, payload } of signals) {
      if (senderId === this.#peer?.remoteId) {
        this.#receive(this.#peer, payload);
      }
    }
  }

  #receive(peer: Peer, payload: string): void {
    const taken = peer.receive(payload);
    if (taken !== 'TAKEN') {
      const next = this.#preparePeer(peer.remoteId);
      next.start();
      if (taken === 'REPLACED') {
        next.receive(payload);
      }
    }
  }

  /** Does what the room asks for. */
  #settle(room: Room): void {
    if (!this.#participant) {
      return;
    }
    const { side } = this.#options;
    switch (room.state) {
      case 'ENDED':
      case 'CANCELLED':
        this.#stopStaying('OUTSIDE'); // staff may take the end back, while the server still counts this device
        return;
      case 'CLOSED': // as after a move; staff may stay
        if (side === 'CUSTOMER') {
          this.#goOut('OUTSIDE');
        } else {
          this.#dropPeer();
        }
        return;
      default:
    }
    const ownId = this.#participant.id;
    const own = room.participants.find(({ role }) => role === side);
    if (own?.id !== ownId) {
      if (!this.#isEntering) {
        this.#missed(own !== undefined && !this.#isUnanswered); // else it may be this device
      }
      return;
    }
    if (room.own && !this.#renewRelays()) {
      this.#meet(room);
    }
  }

  /** Comes in again if a connection needs relays whose credentials are old, which gives new ones. Reports whether it does. */
  #renewRelays(): boolean {
    const isOld = this.#relays.length > 0 && Date.now() - this.#relaysSince > oldestRelays;
    if (!isOld || !this.#participant || this.facts.get().remote === 'CONNECTED') {
      return false;
    }
    if (!this.#isRenewing) {
      this.#isRenewing = true;
      this.enter()
        .catch(() => this.#missed(false))
        .finally(() => {
          this.#isRenewing = false;
        });
    }
    return true;
  }

  /** Was not among those present. Another device may have taken the place, or the server has not heard of this one for long. */
  #missed(isReplaced: boolean): void {
    if (isReplaced) {
      this.#goOut('REPLACED');
      return;
    }
    clearTimeout(this.#comingBack);
    if (this.#isClosed) {
      return;
    }
    this.#comingBack = setTimeout(() => this.enter().catch(() => this.#missed(false)), comingBack);
  }

  /** Prepares the connection once the other side is there, and starts it once the customer was let in. */
  #meet(room: Room): void {
    clearTimeout(this.#comingBack);
    const remote = this.#remoteIn(room);
    const isCalling = room.state === 'IN_CALL';
    const isOver = !isCalling && this.facts.get().remote !== 'ABSENT';
    if (remote && (isOver || this.#peer?.remoteId !== remote.id)) {
      this.#preparePeer(remote.id);
    } else if (!remote) {
      this.#dropUnlessConnected();
    }
    if (isCalling && remote) {
      this.#peer?.start();
    }
  }

  #remoteIn(room: Room | null): Participant | undefined {
    return room?.participants.find(({ role }) => role !== this.#options.side);
  }

  /** Gives up a connection to a device that has left. If only the server has not heard of it, they stay connected. */
  #dropUnlessConnected(): void {
    if (this.facts.get().remote !== 'CONNECTED') {
      this.#dropPeer();
    }
  }

  #goOut(place: Place): void {
    this.#options.device.forget();
    this.#stopStaying(place);
  }

  #stopStaying(place: Place): void {
    this.#participant = null;
    this.#position = null;
    clearTimeout(this.#comingBack);
    this.#dropPeer();
    this.facts.change({ place });
    this.#follow();
  }

  #preparePeer(remoteId: string): Peer {
    this.#dropPeer();
    const { transport, side, media, isRelayed } = this.#options;
    const peer = new Peer({
      remoteId,
      isPolite: side === 'CUSTOMER',
      relays: this.#relays,
      isRelayed: isRelayed ?? false,
      track: media.track,
      send: (payload) => transport.signal({ senderId: this.#participant?.id ?? '', recipientId: remoteId, payload }),
      onState: (remote) => this.#connected(remote),
      onBroken: () => this.#preparePeer(remoteId).start(),
      onChannel: (channel) => this.conversation.use(channel),
    });
    this.#peer = peer;
    this.facts.change({ stream: peer.stream });
    return peer;
  }

  #dropPeer(): void {
    this.#peer?.close();
    this.#peer = undefined;
    clearInterval(this.#measuring);
    this.#counted = undefined;
    this.facts.change({ remote: 'ABSENT', stream: null, quality: null });
  }

  #connected(remote: PeerState): void {
    if (remote !== 'CONNECTED' && !this.#remoteIn(this.facts.get().room)) {
      this.#dropPeer();
      return;
    }
    this.facts.change({ remote, quality: null });
    clearInterval(this.#measuring);
    this.#counted = undefined;
    if (remote === 'INTERRUPTED') {
      this.#renewRelays();
    }
    if (remote === 'CONNECTED') {
      this.#measuring = setInterval(() => void this.#measure(), measuring);
    }
  }

  async #measure(): Promise<void> {
    const peer = this.#peer;
    const report = await peer?.connection.getStats();
    if (report && peer === this.#peer) {
      const counted = countedIn((report as unknown as Map<string, { type: string }>).values());
      if (this.#counted) {
        const quality = qualityOf(this.#counted, counted);
        const before = this.facts.get().quality;
        if (before?.level !== quality.level || before.reason !== quality.reason) {
          this.facts.change({ quality });
        }
      }
      this.#counted = counted;
    }
  }

  #tell(): void {
    const { camera, microphone, screen } = this.#options.media.facts.get();
    this.conversation.tell({ camera: camera === 'ON', microphone: microphone === 'ON', screen: screen !== null });
    void this.#peer?.sendTracks();
  }
}
