import { unguessable } from '../environment/unguessable';
import { batchIn, type Described, isOffer, type SignalMessage, SignalQueue } from './signal_queue';
import { onceHeardAgain } from './silence';
import type { Delivery } from './transport';

/** How things stand with the other side: not there, connecting for the first time, connected, or connecting again. */
export type PeerState = 'ABSENT' | 'CONNECTING' | 'CONNECTED' | 'INTERRUPTED';

/** How often a side that is not connected tries again, in milliseconds. The polite side is more patient, so that both do not try at once. */
const retries = { impolite: 2_000, polite: 5_000 };

/** How long an offer may go without an answer before it is taken back, in milliseconds. */
const longestOffer = 6_000;

/** A sender as WebRTC Extensions describe it, which Chromium follows. */
interface SenderOfWholePictures extends RTCRtpSender {
  setParameters(parameters: RTCRtpSendParameters, options?: { encodingOptions: { keyFrame: boolean }[] }): Promise<void>;
}

export interface PeerOptions {
  /** The device of the other side. */
  remoteId: string;
  /** Whether this side gives way if both offer at once, and leaves the first offer to the other. */
  isPolite: boolean;
  relays: RTCIceServer[];
  /** Only paths through relays, as tests want it. */
  isRelayed?: boolean;
  /** Returns what is to be sent. */
  track(kind: 'audio' | 'video'): MediaStreamTrack | null;
  send(payload: string): Promise<Delivery>;
  onState(state: PeerState): void;
  /** Called when only another connection can help: the channel does not come back. */
  onBroken(): void;
  /** Called with the open channel for what both sides write. */
  onChannel(channel: RTCDataChannel): void;
}

/**
 * The connection to one device of the other side, by the pattern of perfect negotiation. It is prepared before the customer is let in, and
 * sends no signal before it is started.
 */
export class Peer {
  readonly connection: RTCPeerConnection;
  /** What the other side sends. */
  readonly stream = new MediaStream();
  readonly remoteId: string;
  readonly #options: PeerOptions;
  readonly #signals: SignalQueue;
  readonly #channel: RTCDataChannel;
  readonly #transceivers: Partial<Record<string, RTCRtpTransceiver>> = {};
  #received: Promise<void> = Promise.resolve();
  /** The connection of the other device; undefined until it is heard. */
  #partner: string | undefined;
  #isStarted = false;
  #isOffering = false;
  /** Candidates of a description that is not sent yet: the other side could not use them before it. Undefined: none is being made. */
  #undescribed: SignalMessage[] | undefined;
  #ignoresOffer = false;
  #offeredAt = 0;
  /** How many offers were made. An answer to one that was taken back must not pass for one to the next. */
  #offers = 0;
  #wasConnected = false;
  #retry: ReturnType<typeof setInterval> | undefined;
  #listening: (() => void) | undefined;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.remoteId = options.remoteId;
    this.#signals = new SignalQueue(unguessable(), (payload) => options.send(payload));
    this.connection = new RTCPeerConnection({
      iceServers: options.relays,
      iceTransportPolicy: options.isRelayed ? 'relay' : 'all',
      iceCandidatePoolSize: 1, // gathered beforehand, so that the call begins at once
      bundlePolicy: 'max-bundle',
    });
    this.#listen();
    this.#channel = this.connection.createDataChannel('consultation', { negotiated: true, id: 0 });
    this.#channel.binaryType = 'arraybuffer';
    this.#channel.addEventListener('open', () => options.onChannel(this.#channel));
    this.#channel.addEventListener('close', () => this.#isStarted && options.onState('INTERRUPTED')); // long before packets are missed
    if (!options.isPolite) {
      // The polite side takes those of the offer.
      for (const kind of ['audio', 'video'] as const) {
        this.#transceivers[kind] = this.connection.addTransceiver(options.track(kind) ?? kind, { direction: 'sendrecv' });
      }
    }
  }

  /** Begins to connect, once. */
  start(): void {
    if (this.#isStarted) {
      return;
    }
    this.#isStarted = true;
    this.#options.onState('CONNECTING');
    this.#retry = setInterval(() => this.#retryIfNeeded(), this.#options.isPolite ? retries.polite : retries.impolite);
    if (!this.#options.isPolite) {
      void this.#offer();
    }
  }

  /**
   * Takes a payload of the other device. Reports whether that has given up the connection that this one belongs to: then there must be
   * another here, too, which takes the payload if it has an offer.
   */
  receive(payload: string): 'TAKEN' | 'OBSOLETE' | 'REPLACED' {
    const batch = batchIn(payload);
    if (batch && this.#partner && batch.from !== this.#partner) {
      return batch.messages.some(isOffer) ? 'REPLACED' : 'OBSOLETE';
    }
    this.#partner = batch?.from ?? this.#partner;
    for (const message of batch?.messages ?? []) {
      // One after the other; what cannot be used is left to the next attempt.
      this.#received = this.#received.then(() => this.#take(message)).catch(() => undefined);
    }
    return 'TAKEN';
  }

  /** Sends what the device has now. */
  async sendTracks(): Promise<void> {
    await Promise.all(
      (['audio', 'video'] as const).map(async (kind) => {
        const sender = this.#transceivers[kind]?.sender;
        const track = this.#options.track(kind);
        if (sender && sender.track !== track) {
          await sender.replaceTrack(track).catch(() => undefined);
        }
      }),
    );
  }

  /** Sends a picture that does not build on those which the other side has missed. Browsers that cannot do so send one when they are asked. */
  async #sendWholePicture(): Promise<void> {
    const sender = this.#transceivers['video']?.sender as SenderOfWholePictures | undefined;
    if (sender?.track) {
      const parameters = sender.getParameters();
      await sender.setParameters(parameters, { encodingOptions: parameters.encodings.map(() => ({ keyFrame: true })) }).catch(() => undefined);
    }
  }

  /** Looks for another way at once, such as after a change of the network. */
  hurry(): void {
    this.#signals.hurry();
    if (this.#isStarted) {
      this.#restart(0); // an offer from before may name paths that are no more
    }
  }

  /** Sends at once what could not be sent. */
  sendWaiting(): void {
    this.#signals.hurry();
  }

  close(): void {
    clearInterval(this.#retry);
    this.#listening?.();
    this.#isStarted = false;
    this.#signals.close();
    this.connection.close();
  }

  #listen(): void {
    const { connection } = this;
    connection.addEventListener('negotiationneeded', () => void this.#offer());
    connection.addEventListener('icecandidate', ({ candidate }) => {
      const message = { candidate: candidate?.toJSON() ?? null };
      if (this.#undescribed) {
        this.#undescribed.push(message);
      } else {
        this.#signals.add(message);
      }
    });
    connection.addEventListener('track', ({ track }) => this.stream.addTrack(track));
    connection.addEventListener('connectionstatechange', () => this.#changed());
  }

  #changed(): void {
    switch (this.connection.connectionState) {
      case 'connected':
        this.#wasConnected = true;
        this.#listening ??= onceHeardAgain(this.connection, () => void this.#sendWholePicture());
        this.#options.onState('CONNECTED');
        break;
      case 'disconnected':
      case 'failed':
        this.#options.onState(this.#wasConnected ? 'INTERRUPTED' : 'CONNECTING');
        if (this.#isStarted && !this.#options.isPolite) {
          this.#restart();
        }
        break;
      default:
    }
  }

  #retryIfNeeded(): void {
    if (this.connection.connectionState !== 'connected') {
      this.#restart();
    } else if (this.#channel.readyState === 'closed' && !this.#options.isPolite) {
      this.#options.onBroken();
    }
  }

  #restart(patience = longestOffer): void {
    const { connection } = this;
    if (connection.signalingState === 'have-local-offer') {
      if (performance.now() - this.#offeredAt >= patience) {
        connection.setLocalDescription({ type: 'rollback' }).then(() => this.#offerAnew(), () => undefined);
      }
    } else if (connection.signalingState === 'stable') {
      this.#offerAnew();
    }
  }

  /** Offers new paths, without waiting for "negotiationneeded": browsers do not always tell a second time. */
  #offerAnew(): void {
    this.connection.restartIce();
    void this.#offer();
  }

  async #offer(): Promise<void> {
    const { connection } = this;
    const isFirst = !connection.remoteDescription;
    const isOffered = connection.signalingState !== 'stable';
    if (!this.#isStarted || this.#isOffering || isOffered || (isFirst && this.#options.isPolite)) {
      return;
    }
    this.#isOffering = true;
    this.#offers += 1;
    try {
      await this.#describe(this.#offers);
      this.#offeredAt = performance.now();
    } catch {
      // Something came in between. It is offered again if that is still needed.
    } finally {
      this.#isOffering = false;
    }
  }

  /** Makes the offer of this number, or the answer to it, whichever is due, and sends it before its candidates. */
  async #describe(offer: number): Promise<void> {
    this.#undescribed ??= [];
    try {
      await this.connection.setLocalDescription();
      const description = this.connection.localDescription;
      if (description) {
        this.#signals.add({ description: description.toJSON() as RTCSessionDescriptionInit, offer });
      }
    } finally {
      const candidates = this.#undescribed ?? [];
      this.#undescribed = undefined;
      for (const candidate of candidates) {
        this.#signals.add(candidate);
      }
    }
  }

  async #take(message: SignalMessage): Promise<void> {
    const { connection } = this;
    if ('candidate' in message) {
      if (!this.#ignoresOffer && message.candidate) {
        await connection.addIceCandidate(message.candidate);
      }
      return;
    }
    await this.#takeDescription(message);
  }

  async #takeDescription({ description, offer }: Described): Promise<void> {
    const { connection } = this;
    const isOffered = description.type === 'offer';
    if (!isOffered && offer !== this.#offers) {
      return;
    }
    const collides = isOffered && (this.#isOffering || connection.signalingState !== 'stable');
    this.#ignoresOffer = !this.#options.isPolite && collides;
    if (this.#ignoresOffer) {
      return;
    }
    await connection.setRemoteDescription(description);
    if (isOffered) {
      await this.#useTransceivers();
      await this.#describe(offer);
    }
  }

  /** Sends by the transceivers that the other side has offered. */
  async #useTransceivers(): Promise<void> {
    for (const transceiver of this.connection.getTransceivers()) {
      transceiver.direction = 'sendrecv';
      this.#transceivers[transceiver.receiver.track.kind] = transceiver;
    }
    await this.sendTracks();
  }
}
