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
  /** From 0 to 1. A line that is not sent yet has 0. */
  progress: number;
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

/** How many bytes may wait in a channel before the next are handed over. */
const mostWaiting = 256 * 1024;

/** Texts and photos between both sides. They go from browser to browser, and vanish with the page. */
export class Conversation {
  readonly lines = new Observable<readonly Line[]>([]);
  readonly remoteMedia = new Observable<RemoteMedia | null>(null);
  #channel: RTCDataChannel | undefined;
  /** Photos go one after the other. */
  #sending: Promise<void> = Promise.resolve();
  /** Texts that the other side has not said to have. */
  readonly #texts = new Map<string, Piece>();
  readonly #sizes = new Map<string, number>(); // of photos of the other side
  readonly #photos = new Map<string, Blob>(); // not sent yet
  #ownMedia: RemoteMedia = { camera: false, microphone: false, screen: false };

  /** Uses an open channel, instead of the one before. */
  use(channel: RTCDataChannel): void {
    this.#channel = channel;
    const reader = new PhotoReader();
    channel.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => this.#hear(data, reader));
    channel.addEventListener('close', () => this.#leave(channel));
    this.#put({ type: 'media', ...this.#ownMedia });
    for (const piece of this.#texts.values()) {
      this.#put(piece); // again, if the one before was cut meanwhile
    }
    for (const id of this.#photos.keys()) {
      this.#queuePhoto(id);
    }
  }

  /** Writes a text. Without a connection it waits for one. */
  write(text: string): void {
    const piece = { type: 'text', id: unguessable(), text: text.trim().slice(0, longestText) } as const;
    if (piece.text) {
      this.#add({ id: piece.id, isOwn: true, text: piece.text, photoUrl: null, progress: 0 });
      this.#texts.set(piece.id, piece);
      this.#put(piece);
    }
  }

  /** Sends a photo, and reports whether it is one. */
  async sendPhoto(file: Blob): Promise<boolean> {
    const photo = await preparePhoto(file);
    if (!photo) {
      return false;
    }
    const id = unguessable();
    this.#add({ id, isOwn: true, text: null, photoUrl: URL.createObjectURL(photo), progress: 0 });
    this.#photos.set(id, photo);
    this.#queuePhoto(id);
    return true;
  }

  /** Tells the other side what this one sends. */
  tell(media: RemoteMedia): void {
    this.#ownMedia = media;
    this.#put({ type: 'media', ...media });
  }

  /** Forgets everything. */
  close(): void {
    for (const { photoUrl } of this.lines.get()) {
      if (photoUrl) {
        URL.revokeObjectURL(photoUrl);
      }
    }
    this.lines.set([]);
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
    this.#sending = this.#sending.then(() => this.#sendPhoto(id)).catch(() => undefined); // it goes by the next channel
  }

  async #sendPhoto(id: string): Promise<void> {
    const photo = this.#photos.get(id);
    const bytes = await photo?.arrayBuffer();
    const channel = this.#channel;
    if (!photo || !bytes || !channel || !this.#put({ type: 'photo', id, format: photo.type, size: bytes.byteLength })) {
      return;
    }
    for (let from = 0; from < bytes.byteLength; from += chunkSize) {
      await drained(channel);
      channel.send(bytes.slice(from, from + chunkSize)); // throws if the channel is closed
      this.#update(id, { progress: Math.min(1, (from + chunkSize) / bytes.byteLength) });
    }
    this.#photos.delete(id);
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
      if (taken) {
        this.#update(remoteLine(taken.id), { progress: taken.progress, photoUrl: taken.whole ? URL.createObjectURL(taken.whole) : null });
      }
      return;
    }
    const piece = readPiece(data);
    if (piece?.type === 'text') {
      this.#add({ id: remoteLine(piece.id), isOwn: false, text: piece.text, photoUrl: null, progress: 1 });
      this.#put({ type: 'got', id: piece.id });
    } else if (piece?.type === 'got') {
      if (this.#texts.delete(piece.id)) {
        this.#update(piece.id, { progress: 1 });
      }
    } else if (piece?.type === 'photo') {
      reader.begin(piece);
      this.#sizes.set(remoteLine(piece.id), piece.size);
      this.#add({ id: remoteLine(piece.id), isOwn: false, text: null, photoUrl: null, progress: 0 });
    } else if (piece) {
      this.remoteMedia.set({ camera: piece.camera, microphone: piece.microphone, screen: piece.screen });
    }
  }

  #add(line: Line): void {
    if (!this.lines.get().some(({ id }) => id === line.id)) {
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

/** Waits until a channel takes more. */
function drained(channel: RTCDataChannel): Promise<void> {
  if (channel.bufferedAmount < mostWaiting) {
    return Promise.resolve();
  }
  channel.bufferedAmountLowThreshold = mostWaiting / 2;
  return new Promise((resolve, reject) => {
    channel.addEventListener('bufferedamountlow', () => resolve(), { once: true });
    channel.addEventListener('close', () => reject(new Error('the channel is closed')), { once: true });
  });
}
