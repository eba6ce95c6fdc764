import { readClock } from '../../environment/clock';

interface Answer {
  promise: Promise<boolean>;
  settle(confirmed: boolean): void;
}

/** Asks the user for a sign-in, on behalf of the requests that need it. */
export class Confirmation {
  #pending: Answer | undefined;
  readonly #listeners = new Set<() => void>();

  /** Resolves to whether the user has confirmed. Requests that ask at the same time share the answer. */
  ask(): Promise<boolean> {
    if (!this.#pending) {
      this.#pending = newAnswer();
      this.#notify();
    }
    return this.#pending.promise;
  }

  answer(confirmed: boolean): void {
    this.#pending?.settle(confirmed);
    this.#pending = undefined;
    this.#notify();
  }

  isAsked = (): boolean => this.#pending !== undefined;

  /** Calls the listener when `isAsked` changes. The returned function removes it. */
  onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #notify() {
    this.#listeners.forEach((listener) => listener());
  }
}

function newAnswer(): Answer {
  const answer: Partial<Answer> = {};
  answer.promise = new Promise((resolve) => {
    answer.settle = resolve;
  });
  return answer as Answer;
}

interface Asked {
  /** Confirms a sign-in that is no longer fresh. */
  confirmation: Confirmation;
  /** Replaces a session that has ended. */
  newSession: Confirmation;
}

/** Returns a fetch function that repeats a request once the user has given the sign-in that it requires. Until then it waits, so that nothing of the page is lost. */
export function signedInFetch({ confirmation, newSession }: Asked): typeof fetch {
  return async function ask(address, options) {
    const response = await fetch(address, options);
    readClock(response);
    const text = await response.clone().text();
    const asked = text.includes('"code":"UNAUTHENTICATED"') ? newSession : text.includes('"FRESH_SIGN_IN_REQUIRED"') ? confirmation : undefined;
    return asked && (await asked.ask()) ? fetch(address, options) : response;
  };
}
