import type { Delivery } from './transport';

/** A description, and the number of the offer that it is or answers: each connection counts its own. */
export interface Described {
  description: RTCSessionDescriptionInit;
  offer: number;
}

/** What one connection tells another. A candidate of null is the last one. */
export type SignalMessage = Described | { candidate: RTCIceCandidateInit | null };

/** Fewer bytes than a payload may have. */
const longest = 48_000;

/** How long messages wait for others that follow at once, in milliseconds. */
const gathering = 10;

const firstPause = 500;
const longestPause = 4_000;

/** Messages, and the connection that they are from: a device may have made another since. */
export interface SignalBatch {
  from: string;
  messages: SignalMessage[];
}

export const isOffer = (message: SignalMessage): boolean => 'description' in message && message.description.type === 'offer';

/** Sends messages in order, one payload at a time: several go together if they are there together. What was not delivered is sent again. */
export class SignalQueue {
  #waiting: SignalMessage[] = [];
  #isSending = false;
  #isClosed = false;
  #wake: () => void = () => undefined;
  readonly #from: string;
  readonly #send: (payload: string) => Promise<Delivery>;

  constructor(from: string, send: (payload: string) => Promise<Delivery>) {
    this.#from = from;
    this.#send = send;
  }

  add(message: SignalMessage): void {
    if (isOffer(message)) {
      this.#dropOffer(); // which the other side must not hear after this one
    }
    this.#waiting.push(message);
    void this.#run();
  }

  /** Drops a waiting offer and its candidates, but no answer that follows: the other side waits for it. */
  #dropOffer(): void {
    const offer = this.#waiting.findIndex(isOffer);
    const next = this.#waiting.findIndex((message, index) => index > offer && 'description' in message);
    this.#waiting = this.#waiting.filter((_, index) => offer < 0 || index < offer || (next >= 0 && index >= next));
  }

  /** Ends a pause: the network may be back. */
  hurry(): void {
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
    this.#wake();
  }

  async #run(): Promise<void> {
    if (this.#isSending) {
      return;
    }
    this.#isSending = true;
    let pause = gathering;
    while (this.#waiting.length > 0 && !this.#isClosed) {
      await this.#pause(pause);
      const batch = this.#batch();
      const delivery = batch.length > 0 ? await this.#deliver(batch) : 'SENT';
      if (delivery === 'SENT' || delivery === 'REFUSED') {
        this.#waiting = this.#waiting.filter((message) => !batch.includes(message));
        pause = gathering;
      } else {
        pause = Math.min(longestPause, Math.max(firstPause, pause * 2));
      }
    }
    this.#isSending = false;
  }

  async #deliver(batch: SignalMessage[]): Promise<Delivery | 'UNREACHABLE'> {
    try {
      return await this.#send(JSON.stringify({ from: this.#from, messages: batch } satisfies SignalBatch));
    } catch {
      return 'UNREACHABLE';
    }
  }

  #batch(): SignalMessage[] {
    let size = 0;
    const end = this.#waiting.findIndex((message) => (size += JSON.stringify(message).length) > longest);
    return end < 0 ? this.#waiting : this.#waiting.slice(0, Math.max(1, end));
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Returns what is in a payload; undefined if it is none of ours. */
export function batchIn(payload: string): SignalBatch | undefined {
  try {
    const { from, messages } = Object(JSON.parse(payload)) as { from?: unknown; messages?: unknown };
    const isOurs = typeof from === 'string' && Array.isArray(messages);
    return isOurs ? { from, messages: messages.filter((one): one is SignalMessage => one !== null && typeof one === 'object') } : undefined;
  } catch {
    return undefined;
  }
}
