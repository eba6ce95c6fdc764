import type { Client, FormattedExecutionResult, SubscribePayload } from 'graphql-ws';
import { backOff } from './back_off';

interface Listener<Data> {
  next(result: FormattedExecutionResult<Data, unknown>): void;
  /** Called after each error that has ended the subscription, before it begins again. */
  onError(): void;
}

/**
 * Subscribes until the returned function is called. The client repeats a subscription whose connection was lost; one that
 * the server has ended, such as with `TOO_SLOW`, it leaves at that. This begins it again, after a while.
 */
export function subscribeAgain<Data>(client: Pick<Client, 'subscribe'>, payload: SubscribePayload, { next, onError }: Listener<Data>): () => void {
  let isOver = false;
  let attempt = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;
  function begin() {
    const again = () => {
      if (!isOver) {
        waiting = setTimeout(begin, backOff(attempt));
        attempt += 1;
      }
    };
    end = client.subscribe<Data>(payload, {
      next(result) {
        if (!result.errors) {
          attempt = 0;
        }
        next(result);
      },
      error() {
        if (!isOver) {
          onError();
        }
        again();
      },
      complete: again,
    });
  }
  begin();
  return () => {
    isOver = true;
    clearTimeout(waiting);
    end?.();
  };
}
