/** What both sides write to each other, piece by piece: texts and photos. Nothing of it is stored, but for a photo that staff keep. */
export type Piece =
  | { type: 'text'; id: string; text: string }
  /** Says that a text or a photo has arrived. */
  | { type: 'got'; id: string }
  /** Announces a photo, whose bytes follow. */
  | { type: 'photo'; id: string; format: string; size: number }
  /** What the other side sends. */
  | { type: 'media'; camera: boolean; microphone: boolean; screen: boolean };

/** In characters. */
export const longestText = 4_000;

/** In bytes. */
export const largestPhoto = 12 * 1024 * 1024;

/** Bytes per piece of a photo: what all browsers send and receive. */
export const chunkSize = 16 * 1024;

/** Formats of pictures that are shown. They run no scripts, unlike SVG. */
export const photoFormats: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Returns what the other side wrote; undefined if it is none of ours: it is written by whoever has the link. */
export function readPiece(text: string): Piece | undefined {
  let piece: Record<string, unknown>;
  try {
    piece = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  const { type, id, text: words, format, size, camera, microphone, screen } = piece;
  if (type === 'media') {
    return { type, camera: camera === true, microphone: microphone === true, screen: screen === true };
  }
  if (typeof id !== 'string') {
    return undefined;
  }
  if (type === 'got') {
    return { type, id };
  }
  if (type === 'text' && typeof words === 'string' && words.length <= longestText) {
    return { type, id, text: words };
  }
  if (type === 'photo' && typeof format === 'string' && photoFormats.includes(format) && isNumber(size) && size > 0 && size <= largestPhoto) {
    return { type, id, format, size };
  }
  return undefined;
}

/** Puts the pieces of one photo after another together. */
export class PhotoReader {
  #chunks: ArrayBuffer[] = [];
  #read = 0;
  #photo: Extract<Piece, { type: 'photo' }> | undefined;

  /** Begins with another photo; undefined: what comes belongs to none. */
  begin(photo: Extract<Piece, { type: 'photo' }> | undefined): void {
    this.#photo = photo;
    this.#chunks = [];
    this.#read = 0;
  }

  /** Takes bytes, and returns how much of the photo is there, with the whole at the end; undefined if there is none that they belong to. */
  take(chunk: ArrayBuffer): { id: string; progress: number; whole: Blob | undefined } | undefined {
    const photo = this.#photo;
    if (!photo || this.#read + chunk.byteLength > photo.size) {
      this.#photo = undefined;
      return undefined;
    }
    this.#chunks.push(chunk);
    this.#read += chunk.byteLength;
    const isWhole = this.#read === photo.size;
    const whole = isWhole ? new Blob(this.#chunks, { type: photo.format }) : undefined;
    if (isWhole) {
      this.#photo = undefined;
      this.#chunks = [];
    }
    return { id: photo.id, progress: this.#read / photo.size, whole };
  }
}
