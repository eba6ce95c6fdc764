import { unguessable } from '../environment/unguessable';
import { Observable } from './observable';
import { preparePhoto } from './photo';
import { chunkSize, longestText, PhotoReader, type Piece, readPiece } from './written';

/** A line of the conversation: a text, or a photo once it is there. */
export interface Line {
  id: string;
  isOwn: boolean;
  text: string | null;
  /** Object URL of a photo that is there; null for texts and until then. */
  photoUrl: string | null;
  /** From 0 to 1: then it is there. An own one is when the other side says so. */
  progress: number;
  /** Whether an own line has not got on for long. It is sent by the next connection, and by `sendAgain`. */
  isOverdue: boolean;
}

/** What the other side sends. */
export interface RemoteMedia {
  camera: boolean;
  microphone: boolean;
  screen: boolean;
}

/** How many lines of the other side are kept, and how many bytes of photos. The oldest go first. */
const mostRemote = { lines: 500, bytes: 100 * 1024 * 1024 };

/** Returns the ID of a line of the other side, which chooses its own: it must be none of this side's. */
const remoteLine = (id: string) => `remote ${id}`;

/** How long an own line may not get on before the person is told, in milliseconds. */
const patience = 20_000;

/** The most that is shown of a photo before the other side says that it has arrived. */
const handedOver = 0.99;

/** How many bytes may wait in a channel before the next are handed over. */
const mostWaiting = 64 * 1024;

/** Texts and photos between both sides. They go from browser to browser, and vanish with the page. */
export class Conversation {
  readonly lines = new Observable<readonly Line[]>([]);
  readonly remoteMedia = new Observable<RemoteMedia | null>(null);
  #channel: RTCDataChannel | undefined;
  /** Ends what goes by the channel. */
  #ending = new AbortController();
  /** Photos go one after the other. */
  #sending: Promise<void> = Promise.resolve();
  /** Texts and photos that the other side has not said to have. */
  readonly #texts = new Map<string, Piece>();
  readonly #photos = new Map<string, Blob>();
  /** Photos that are handed to the channel, or wait for it. */
  readonly #underway = new Set<string>();
  readonly #overdue = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #sizes = new Map<string, number>(); // of photos of the other side
  #closing = new AbortController();
  #ownMedia: RemoteMedia = { camera: false, microphone: false, screen: false };

  /** Uses an open channel, instead of the one before. */
  use(channel: RTCDataChannel): void {
    this.#channel = channel;
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#underway.clear();
    const reader = new PhotoReader();
    channel.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => this.#hear(data, reader));
    channel.addEventListener('close', () => this.#leave(channel));
    this.#put({ type: 'media', ...this.#ownMedia });
    for (const id of [...this.#texts.keys(), ...this.#photos.keys()]) {
      this.sendAgain(id); // if the one before was cut meanwhile
    }
  }

  /** Sends an own line again that has not arrived. The other side shows it once. */
  sendAgain(id: string): void {
    this.#expect(id);
    const text = this.#texts.get(id);
    if (text) {
      this.#put(text);
    } else {
      this.#queuePhoto(id);
    }
  }

  /** Writes a text. Without a connection it waits for one. */
  write(text: string): void {
    const piece = { type: 'text', id: unguessable(), text: text.trim().slice(0, longestText) } as const;
    if (piece.text) {
      this.#texts.set(piece.id, piece);
      this.#add({ id: piece.id, isOwn: true, text: piece.text, photoUrl: null, progress: 0, isOverdue: false });
      this.sendAgain(piece.id);
    }
  }

  /** Sends a photo, and reports whether it is one. */
  async sendPhoto(file: Blob): Promise<boolean> {
    const { signal } = this.#closing;
    const photo = await preparePhoto(file);
    if (!photo || signal.aborted) {
      return photo !== undefined;
    }
    const id = unguessable();
    this.#photos.set(id, photo);
    this.#add({ id, isOwn: true, text: null, photoUrl: URL.createObjectURL(photo), progress: 0, isOverdue: false });
    this.sendAgain(id);
    return true;
  }

  /** Tells the other side what this one sends. */
  tell(media: RemoteMedia): void {
    this.#ownMedia = media;
    this.#put({ type: 'media', ...media });
  }

  /** Forgets everything. */
  close(): void {
    this.#closing.abort();
    this.#closing = new AbortController();
    for (const { photoUrl } of this.lines.get()) {
      if (photoUrl) {
        URL.revokeObjectURL(photoUrl);
      }
    }
    this.lines.set([]);
    this.#ending.abort();
    this.#overdue.forEach(clearTimeout);
    this.#overdue.clear();
    this.#photos.clear();
    this.#texts.clear();
    this.#sizes.clear();
  }

  #leave(channel: RTCDataChannel): void {
    if (this.#channel === channel) {
      this.#channel = undefined;
      this.remoteMedia.set(null);
    }
  }

  #queuePhoto(id: string): void {
    const { signal } = this.#ending;
    if (!this.#channel || this.#underway.has(id)) {
      return;
    }
    this.#underway.add(id);
    this.#sending = this.#sending
      .then(() => this.#sendPhoto(id, signal))
      .catch(() => undefined) // it goes by the next channel
      .then(() => void (signal.aborted || this.#underway.delete(id)));
  }

  async #sendPhoto(id: string, signal: AbortSignal): Promise<void> {
    const photo = this.#photos.get(id);
    const bytes = await photo?.arrayBuffer();
    const channel = this.#channel;
    if (!photo || !bytes || !channel || signal.aborted || !this.#put({ type: 'photo', id, format: photo.type, size: bytes.byteLength })) {
      return;
    }
    for (let from = 0; from < bytes.byteLength && this.#photos.has(id); from += chunkSize) { // the other side may have it already
      await drained(channel, signal);
      channel.send(bytes.slice(from, from + chunkSize)); // throws if the channel is closed
      this.#progress(id, Math.min(handedOver, (from + chunkSize) / bytes.byteLength));
    }
  }

  /** Notes how much of an own photo is on its way. Those behind it get on, too. */
  #progress(id: string, progress: number): void {
    if (this.#photos.has(id)) {
      this.#update(id, { progress });
      this.#underway.forEach((one) => this.#expect(one));
    }
  }

  /** Expects that an own line that is not there gets on within a while, and notes if it does not. */
  #expect(id: string): void {
    if (!this.#texts.has(id) && !this.#photos.has(id)) {
      return;
    }
    clearTimeout(this.#overdue.get(id));
    this.#overdue.set(
      id,
      setTimeout(() => this.#update(id, { isOverdue: true }), patience),
    );
    if (this.lines.get().some((line) => line.id === id && line.isOverdue)) {
      this.#update(id, { isOverdue: false });
    }
  }

  /** Notes that an own line is there. */
  #arrived(id: string): void {
    if (this.#texts.delete(id) || this.#photos.delete(id)) {
      clearTimeout(this.#overdue.get(id));
      this.#overdue.delete(id);
      this.#update(id, { progress: 1, isOverdue: false });
    }
  }

  #put(piece: Piece): boolean {
    if (this.#channel?.readyState !== 'open') {
      return false;
    }
    this.#channel.send(JSON.stringify(piece));
    return true;
  }

  #hear(data: string | ArrayBuffer, reader: PhotoReader): void {
    if (typeof data !== 'string') {
      const taken = reader.take(data);
      if (taken && this.#has(remoteLine(taken.id))) { // others may have pushed it out meanwhile
        this.#update(remoteLine(taken.id), { progress: taken.progress, photoUrl: taken.whole ? URL.createObjectURL(taken.whole) : null });
      }
      if (taken?.whole) {
        this.#put({ type: 'got', id: taken.id });
      }
      return;
    }
    const piece = readPiece(data);
    if (piece?.type === 'text') {
      this.#add({ id: remoteLine(piece.id), isOwn: false, text: piece.text, photoUrl: null, progress: 1, isOverdue: false });
      this.#put({ type: 'got', id: piece.id });
    } else if (piece?.type === 'got') {
      this.#arrived(piece.id);
    } else if (piece?.type === 'photo') {
      this.#hearPhoto(piece, reader);
    } else if (piece) {
      this.remoteMedia.set({ camera: piece.camera, microphone: piece.microphone, screen: piece.screen });
    }
  }

  /** Takes a photo, unless it is there: then only its acknowledgement was lost, and its bytes are skipped. */
  #hearPhoto(piece: Extract<Piece, { type: 'photo' }>, reader: PhotoReader): void {
    const id = remoteLine(piece.id);
    if (this.lines.get().some((line) => line.id === id && line.photoUrl)) {
      reader.begin(undefined);
      this.#put({ type: 'got', id: piece.id });
      return;
    }
    reader.begin(piece);
    this.#sizes.set(id, piece.size);
    this.#add({ id, isOwn: false, text: null, photoUrl: null, progress: 0, isOverdue: false });
  }

  #has(lineId: string): boolean {
    return this.lines.get().some(({ id }) => id === lineId);
  }

  #add(line: Line): void {
    if (!this.#has(line.id)) {
      this.lines.set([...this.lines.get(), line]);
      this.#bound();
    }
  }

  /** Forgets the oldest lines of the other side if there are too many, and the oldest photos if they are too large. */
  #bound(): void {
    const remote = this.lines.get().filter(({ isOwn }) => !isOwn);
    let bytes = remote.reduce((sum, { id }) => sum + (this.#sizes.get(id) ?? 0), 0);
    const gone = new Set<string>();
    for (const { id, photoUrl } of remote) {
      const size = this.#sizes.get(id) ?? 0;
      if (remote.length - gone.size > mostRemote.lines || (bytes > mostRemote.bytes && size > 0)) {
        gone.add(id);
        bytes -= size;
        this.#sizes.delete(id);
        URL.revokeObjectURL(photoUrl ?? '');
      }
    }
    if (gone.size > 0) {
      this.lines.set(this.lines.get().filter(({ id }) => !gone.has(id)));
    }
  }

  #update(id: string, fields: Partial<Line>): void {
    this.lines.set(this.lines.get().map((line) => (line.id === id ? Object.assign({}, line, fields) : line)));
  }
}

/** Waits until a channel takes more. Rejects if another takes its place, of which a closed connection does not always tell. */
async function drained(channel: RTCDataChannel, signal: AbortSignal): Promise<void> {
  if (channel.bufferedAmount >= mostWaiting) {
    channel.bufferedAmountLowThreshold = mostWaiting / 2;
    const waited = new AbortController();
    await new Promise((resolve) => {
      for (const [target, event] of [[channel, 'bufferedamountlow'], [channel, 'close'], [signal, 'abort']] as const) {
        target.addEventListener(event, resolve, { signal: waited.signal });
      }
    });
    waited.abort();
  }
  signal.throwIfAborted();
}
