import { ownAddress } from '../photos';

/** What became of a photo that was sent: nobody knows if there was no answer. */
export type Sent = { kept: true } | { kept: false; code: string; message: string };

interface Options {
  /** Of what the server answers. */
  language: string;
  /** Hears which part has been sent, from 0 to 1. */
  onProgress(progress: number): void;
  /** Aborts it. */
  signal: AbortSignal;
}

const unanswered: Sent = { kept: false, code: 'UNREACHABLE', message: '' };

/** How long an answer may take after the last sign of life, in milliseconds. */
const patience = 30_000;

/** Sends a photo to the address of an upload. */
export function sendPhoto(uploadUrl: string, photo: Blob, { language, onProgress, signal }: Options): Promise<Sent> {
  if (signal.aborted) {
    return Promise.resolve(unanswered);
  }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // unlike fetch, it tells how much has been sent
    let timer = setTimeout(() => request.abort(), patience);
    request.open('PUT', ownAddress(uploadUrl));
    request.setRequestHeader('accept-language', language);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), patience);
      onProgress(total > 0 ? loaded / total : 0);
    });
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.addEventListener('loadend', () => {
      clearTimeout(timer);
      resolve(unanswered); // unless there was an answer
    });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(photo);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  if (status === 200 || status === 201) {
    return { kept: true };
  }
  try {
    const { code, message } = JSON.parse(responseText) as Record<string, unknown>;
    return { kept: false, code: String(code), message: String(message) };
  } catch {
    return unanswered; // but by a proxy
  }
}
