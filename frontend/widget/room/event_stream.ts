/** Returns the data of the events in a text of server-sent events, and what is left of it: the beginning of the next. Comments have no data. */
export function eventsIn(text: string): { events: { name: string; data: string }[]; rest: string } {
  const parts = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  const events = parts.flatMap((part) => {
    const fields = part.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line));
    const name = fields.find((field) => field?.[1] === 'event')?.[2];
    return name ? [{ name, data: fields.flatMap((field) => (field?.[1] === 'data' ? [field[2] ?? ''] : [])).join('\n') }] : [];
  });
  return { events, rest };
}

/** The server sends a comment every 15 seconds. Without one, the connection is dead, in milliseconds. */
const silence = 25_000;

/** How long to wait for the connection at first, in milliseconds. A slow network gets more. */
const patience = 3_000;
const mostPatience = 12_000;

const firstPause = 300;
const longestPause = 5_000;

export interface Stream {
  stop(): void;
  hurry(): void;
}

interface Reader {
  /** Returns the request, each time that it is sent. */
  request(): RequestInit;
  /** Takes the data of an event, and reports whether it was one: refusals come as events, too. */
  hear(data: string): boolean;
  setLive(isLive: boolean): void;
}

/** Reads the events that the answer to a request holds, and asks again when it ends, until it is stopped. */
export function readEvents(address: string, reader: Reader): Stream {
  let isStopped = false;
  let failures = 0;
  let current = new AbortController();
  let wake: (() => void) | undefined;

  async function readOnce() {
    const ending = new AbortController();
    current = ending;
    let timer = setTimeout(() => ending.abort(), Math.min(mostPatience, patience * 1.5 ** failures));
    try {
      const response = await fetch(address, { ...reader.request(), signal: ending.signal });
      const body = response.body?.getReader();
      if (!response.ok || !body) {
        return;
      }
      const decoder = new TextDecoder();
      let text = '';
      for (;;) {
        clearTimeout(timer);
        timer = setTimeout(() => ending.abort(), silence);
        const { done, value } = await body.read();
        if (done || ending.signal.aborted) {
          return;
        }
        const { events, rest } = eventsIn(text + decoder.decode(value, { stream: true }));
        text = rest;
        for (const { name, data } of events) {
          if (name === 'next' && !isStopped && reader.hear(data)) {
            failures = 0;
          }
        }
      }
    } catch {
      // It is tried again.
    } finally {
      clearTimeout(timer);
    }
  }

  async function run() {
    for (;;) {
      await readOnce();
      if (isStopped) {
        return;
      }
      reader.setLive(false);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(longestPause, firstPause * 2 ** failures));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (isStopped) {
        return;
      }
      failures += 1;
    }
  }
  void run();
  return {
    stop() {
      isStopped = true;
      current.abort();
      wake?.();
    },
    hurry() {
      failures = 0;
      current.abort();
      wake?.();
    },
  };
}
