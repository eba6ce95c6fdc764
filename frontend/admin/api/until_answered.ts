import { backOff } from './back_off';

/** Asks a server that did not answer again, with back-off, until `ask` resolves to true or the returned function is called. */
export function untilAnswered(ask: () => Promise<boolean>): () => void {
  let isOver = false;
  let attempt = 2; // a second after the failure
  let waiting: ReturnType<typeof setTimeout> | undefined;
  async function again() {
    const isAnswered = await ask();
    if (!isAnswered && !isOver) {
      wait();
    }
  }
  function wait() {
    waiting = setTimeout(() => void again(), backOff(attempt));
    attempt += 1;
  }
  wait();
  return () => {
    isOver = true;
    clearTimeout(waiting);
  };
}
