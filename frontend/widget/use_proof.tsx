import { useState } from 'preact/hooks';
import type { Payload } from './api';
import { later } from './later';

const ProofProgress = later(() => import('./proof_progress'), false);

/** How many challenges to answer for one request: a proof is asked for anew if it comes too late. */
const attempts = 3;

/** Returns a function that sends a mutation, with a proof of work if the server asks for one, and the sign of its progress. */
export function useProof() {
  const [share, setShare] = useState<number>();

  async function prove(send: (proof: string | undefined) => Promise<Payload>): Promise<Payload> {
    let answer = await send(undefined);
    try {
      for (let left = attempts; answer.proofChallenge && left > 0; left--) {
        setShare(0);
        const { solve } = await import('./proof');
        answer = await send(await solve(answer.proofChallenge, setShare));
      }
      return answer;
    } finally {
      setShare(undefined);
    }
  }
  const progress = share !== undefined && <ProofProgress share={share} />;
  return { prove, progress };
}
