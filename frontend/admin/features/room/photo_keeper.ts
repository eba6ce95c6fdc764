import type { Client } from '@urql/core';
import { Observable } from '../../../call';
import { send } from '../../api/change';
import { consultationPhotoUploadCreate } from './room_query';
import { sendPhoto } from './send_photo';

/** How far a photo of a call is kept. */
export type Keeping =
  | { state: 'SENDING'; progress: number }
  /** With an empty message, the server is not reachable. */
  | { state: 'FAILED'; message: string }
  | { state: 'KEPT' };

type Ended = Exclude<Keeping, { state: 'SENDING' }>;

/** A photo of a call. */
export interface PhotoOfCall {
  id: string;
  isOwn: boolean;
  /** Reads the photo; undefined if it cannot be read. */
  read(): Promise<Blob | undefined>;
}

/** Keeps photos of a call, each of them once. It lasts as long as the call, also while the conversation is not shown. */
export class PhotoKeeper {
  readonly photos = new Observable<ReadonlyMap<string, Keeping>>(new Map());
  readonly #client: Client;
  readonly #appointmentId: string;
  readonly #followers = new Set<(ended: Ended) => void>();
  readonly #addresses = new Map<string, string>(); // to which a photo was sent without an answer
  readonly #sending = new Map<string, AbortController>();

  constructor(client: Client, appointmentId: string) {
    this.#client = client;
    this.#appointmentId = appointmentId;
  }

  /** Calls the follower whenever a photo has been kept or has failed, until the returned function is called. */
  onEnd(follower: (ended: Ended) => void): () => void {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** Keeps a photo, unless it is kept or on its way. What is wrong is told in the language. */
  async keep(photo: PhotoOfCall, language: string): Promise<void> {
    const now = this.photos.get().get(photo.id)?.state;
    if (now === 'KEPT' || now === 'SENDING') {
      return;
    }
    const controller = new AbortController();
    this.#sending.set(photo.id, controller);
    this.#set(photo.id, { state: 'SENDING', progress: 0 });
    const message = await this.#send(photo, language, controller.signal);
    this.#sending.delete(photo.id);
    if (controller.signal.aborted) {
      this.#set(photo.id, undefined);
      return;
    }
    const ended: Ended = message === undefined ? { state: 'KEPT' } : { state: 'FAILED', message };
    this.#set(photo.id, ended);
    for (const follower of this.#followers) {
      follower(ended);
    }
  }

  /** Stops sending a photo, unless all of it has been sent: then the server may have kept it, and its answer counts. */
  cancel(photoId: string): void {
    const now = this.photos.get().get(photoId);
    if (now?.state === 'SENDING' && now.progress < 1) {
      this.#sending.get(photoId)?.abort();
    }
  }

  /** Stops sending any photo. */
  close(): void {
    for (const controller of this.#sending.values()) {
      controller.abort();
    }
  }

  /** Sends a photo, and returns why it is not kept; undefined if it is. */
  async #send(photo: PhotoOfCall, language: string, signal: AbortSignal): Promise<string | undefined> {
    const known = this.#addresses.get(photo.id);
    const address = known ? { done: true as const, url: known } : await this.#address(photo);
    if (!address.done) {
      return address.message;
    }
    const file = await photo.read();
    if (!file) {
      return '';
    }
    this.#addresses.set(photo.id, address.url); // an answer that is lost must not make two of one
    const onProgress = (progress: number) => this.#set(photo.id, { state: 'SENDING', progress });
    const sent = await sendPhoto(address.url, file, { language, onProgress, signal });
    if (sent.kept || sent.code === 'NOT_FOUND') { // after any other answer, an earlier attempt may have been kept there
      this.#addresses.delete(photo.id);
    }
    if (!sent.kept && sent.code === 'NOT_FOUND' && known && !signal.aborted) {
      return this.#send(photo, language, signal); // the address has expired meanwhile
    }
    return sent.kept ? undefined : sent.message;
  }

  async #address({ isOwn }: PhotoOfCall): Promise<{ done: true; url: string } | { done: false; message: string }> {
    const input = { appointmentId: this.#appointmentId, sender: isOwn ? ('STAFF' as const) : ('CUSTOMER' as const) };
    const outcome = await send(this.#client, consultationPhotoUploadCreate, { input });
    if (outcome.done && outcome.payload.uploadUrl) {
      return { done: true, url: outcome.payload.uploadUrl };
    }
    return { done: false, message: outcome.done ? '' : (outcome.errors[0]?.message ?? '') };
  }

  #set(photoId: string, keeping: Keeping | undefined): void {
    const photos = new Map(this.photos.get());
    if (keeping) {
      photos.set(photoId, keeping);
    } else {
      photos.delete(photoId);
    }
    this.photos.set(photos);
  }
}
