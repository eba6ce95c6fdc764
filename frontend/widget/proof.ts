/*
 * The proof of work, loaded when the server asks for it. It is plain JavaScript on the page's own thread: crypto.subtle is missing
 * without TLS, and the policies of hosts may forbid workers.
 */
import type { ProofChallenge } from './api';
import { sha256 } from './sha256';

/** How long a slice of work may keep the page from responding, in milliseconds. */
const slice = 12;

/** How many numbers to try between two looks at the clock. */
const batch = 500;

/** Lets the page respond. Timers would add pauses of several milliseconds. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Returns the proof for a challenge. It calls back with the share of the work that is done, from 0 to 1. */
export async function solve(challenge: ProofChallenge, onProgress: (share: number) => void): Promise<string> {
  const { salt, maxNumber, challenge: wanted, algorithm, signature } = challenge;
  const target = Number.parseInt(wanted.slice(0, 8), 16) | 0;
  for (let number = 0; number <= maxNumber; ) {
    const end = performance.now() + slice;
    do {
      for (const stop = Math.min(number + batch, maxNumber + 1); number < stop; number++) {
        const hash = sha256(salt + number);
        if (hash[0] === target && hexOf(hash) === wanted) {
          onProgress(1);
          return btoa(JSON.stringify({ algorithm, challenge: wanted, number, salt, signature }));
        }
      }
    } while (number <= maxNumber && performance.now() < end);
    onProgress(number / maxNumber);
    await pause();
  }
  throw new Error('no number answers the challenge');
}

function hexOf(hash: Int32Array): string {
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
