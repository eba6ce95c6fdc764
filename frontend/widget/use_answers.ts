import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { request } from './api';
import { useWidget } from './widget_context';

/** A query with variables. */
export interface Question {
  operation: string;
  variables: object;
  /** Whether the answer is not needed yet, so that it is no matter if there is none. */
  isAhead?: boolean | undefined;
}

interface Known {
  answer?: unknown;
  /** The round in which the question failed. */
  failed?: number;
}

/** What is known, and in which round questions are asked: each is asked once in a round. */
export interface Answers {
  known: Readonly<Record<string, Known>>;
  learn(key: string, of: Known): void;
  round: number;
  /** Whether the round began without the customer. */
  isQuiet: boolean;
  /** Begins a round. What was known is shown until the answers are there. */
  askAgain(): void;
}

const keyOf = ({ operation, variables }: Question) => operation + JSON.stringify(variables);

/** Returns the answers to questions. Another round begins when the page regains focus. */
export function useAnswers(): Answers {
  const [known, setKnown] = useState<Answers['known']>({});
  const [{ round, isQuiet }, setRound] = useState({ round: 0, isQuiet: false });
  useEffect(() => {
    const askQuietly = () => setRound((before) => ({ round: before.round + 1, isQuiet: true }));
    addEventListener('focus', askQuietly);
    return () => removeEventListener('focus', askQuietly);
  }, []);
  return {
    known,
    learn: (key, of) => setKnown((before) => ({ ...before, [key]: { ...before[key], ...of } })),
    round,
    isQuiet,
    askAgain: () => setRound((before) => ({ round: before.round + 1, isQuiet: false })),
  };
}

/** Returns the answer to a question; undefined until it is known. */
export const answerTo = <Answer>({ known }: Answers, question: Question): Answer | undefined => known[keyOf(question)]?.answer as Answer | undefined;

/** Asks questions. Returns whether one has failed; quiet: the customer has not asked for it. */
export function useQuestions({ known, learn, round, isQuiet }: Answers, questions: readonly Question[]): 'quiet' | 'asked' | undefined {
  const { preset, language } = useWidget();
  /** In which round a question was asked last. */
  const askedRef = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const asked = askedRef.current;
    for (const question of questions) {
      const key = keyOf(question);
      if (asked.get(key) === round) {
        continue;
      }
      asked.set(key, round);
      const learnNow = (of: Known) => asked.get(key) === round && learn(key, of);
      request<{ answer: unknown }>(preset, language, question.operation, { ...question.variables }).then(
        ({ answer }) => learnNow({ answer }),
        () => learnNow({ failed: round }),
      );
    }
  });
  const hasFailed = questions.some((question) => !question.isAhead && known[keyOf(question)]?.failed === round);
  return hasFailed ? (isQuiet ? 'quiet' : 'asked') : undefined;
}
