import { useState } from 'preact/hooks';
import { request, type UserError } from '../api';
import { useOneAtATime } from '../use_one_at_a_time';
import { useWidget } from '../widget_context';

interface Sent {
  userErrors: UserError[];
}

/** Sends a mutation once at a time, and says whether it waits for the answer and what was wrong with it. */
export function useMutation<Answer extends Sent>(operation: string, onDone: (answer: Answer) => void) {
  const { t, language, preset } = useWidget();
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const oneAtATime = useOneAtATime();
  const send = (input: object) =>
    void oneAtATime(async () => {
      setSending(true);
      setProblem(undefined);
      try {
        const { answer } = await request<{ answer: Answer }>(preset, language, operation, { input });
        const [wrong] = answer.userErrors;
        if (wrong) {
          setProblem(wrong.message);
        } else {
          onDone(answer);
        }
      } catch {
        setProblem(t.unreachable);
      }
      setSending(false);
    });
  return { send, isSending, problem };
}
