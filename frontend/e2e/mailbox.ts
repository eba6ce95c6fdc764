import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Mailbox {
  /** URL for VISAVIS_SMTP_URL. */
  url: string;
  /** Waits for the next message, and returns its text with soft line breaks removed. */
  next(): Promise<string>;
  close(): void;
}

/** Waits for the next mail in which something stands, and returns that. */
export async function mailed({ next }: Pick<Mailbox, 'next'>, pattern: RegExp): Promise<string> {
  for (;;) {
    const [text] = pattern.exec(await next()) ?? [];
    if (text) {
      return text;
    }
  }
}

/** Starts a mail server that accepts everything. */
export async function startMailbox(): Promise<Mailbox> {
  const received: string[] = [];
  const waiting: ((message: string) => void)[] = [];
  const accept = (message: string) => {
    const resolve = waiting.shift();
    if (resolve) {
      resolve(message);
    } else {
      received.push(message);
    }
  };
  const server = createServer((socket) => converse(socket, accept)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next() {
      const message = received.shift();
      return message === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(message);
    },
    close: () => server.close(),
  };
}

/** Speaks the server's part of SMTP (RFC 5321). */
function converse(socket: Socket, accept: (message: string) => void) {
  let unread = '';
  let message: string[] | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 ready');
  socket.setEncoding('utf8').on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = (unread + chunk).split('\r\n');
    unread = lines.pop() ?? '';
    for (const line of lines) {
      if (message && line !== '.') {
        message.push(line);
      } else if (message) {
        accept(message.join('\n').replaceAll('=\n', ''));
        message = undefined;
        say('250 accepted');
      } else if (line === 'DATA') {
        message = [];
        say('354 go on');
      } else if (line === 'QUIT') {
        socket.end('221 bye\r\n');
      } else {
        say('250 yes');
      }
    }
  });
}
