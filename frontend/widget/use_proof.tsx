import { useState } from 'preact/hooks';
import type { Payload } from './api';
import { useWidget } from './widget_context';

/** How many challenges to answer for one request: a proof is asked for anew if it comes too late. */
const attempts = 3;

/** Returns a function that sends a mutation, with a proof of work if the server asks for one, and the sign of its progress. */
export function useProof() {
  const { t } = useWidget();
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
  const progress = share !== undefined && (
    <output class="well proof">
      {t.proof}
      <progress aria-label={t.proof} value={share} />
    </output>
  );
  return { prove, progress };
}
