import { expect } from 'vitest';

type Kind = 'audio' | 'video';

/**
 * Keeps the connections of a page, whose bytes a test counts. With a protocol they use only the relay, by that; with a path they reach it at
 * the address of the path.
 */
export const keepConnections = (protocol?: 'udp' | 'tcp', path?: { from: string; to: string }) => `window.connections = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor({ iceServers, ...options }) {
      const protocol = ${JSON.stringify(protocol ?? null)};
      const only = iceServers.map(({ urls, ...server }) => ({ ...server, urls: urls.filter((url) => url.endsWith(protocol)).map((url) => url.replace(${JSON.stringify(path?.from ?? '')}, ${JSON.stringify(path?.to ?? '')})) }));
      super(protocol ? { ...options, iceServers: only, iceTransportPolicy: 'relay' } : { ...options, iceServers });
      window.connections.push(this);
    }
  };`;

/** Makes a browser refuse some kinds of devices, by the name of an error. */
export const without = (kinds: readonly Kind[], error: string) => `{
  const devices = navigator.mediaDevices;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wish) => {
    if (${JSON.stringify(kinds)}.some((kind) => wish[kind])) {
      throw new DOMException('as a test wants it', ${JSON.stringify(error)});
    }
    return ask(wish);
  };
}`;

/** A page of any browser. */
interface AnyPage {
  evaluate<Result>(script: () => Promise<Result>): Promise<Result>;
}

/** Returns how many bytes of sound and picture a page has received by its latest connection. */
const receivedBy = (page: AnyPage) =>
  page.evaluate(async () => {
    const { connections } = window as unknown as { connections: RTCPeerConnection[] };
    const rows = [...((await connections.at(-1)?.getStats())?.values() ?? [])] as { type: string; kind: string; bytesReceived: number }[];
    const bytes = (kind: string) => rows.find((row) => row.type === 'inbound-rtp' && row.kind === kind)?.bytesReceived ?? 0;
    return { audio: bytes('audio'), video: bytes('video') };
  });

/** Expects sound and picture, or one of them, to arrive at a page from now on. */
export async function expectMedia(page: AnyPage, kinds: readonly Kind[] = ['audio', 'video']) {
  const before = await receivedBy(page);
  for (const kind of kinds) {
    await expect.poll(async () => (await receivedBy(page))[kind], { timeout: 20_000 }).toBeGreaterThan(before[kind]);
  }
}
