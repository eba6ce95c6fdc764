import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A path to a UDP server on loopback that can be cut: then packets are lost in both directions, as in a tunnel. */
export interface UdpPath {
  /** The port by which the server is reached. */
  port: number;
  cut(isCut: boolean): void;
  close(): void;
}

/** Opens a path to the server that listens on a port. */
export async function openUdpPath(target: number): Promise<UdpPath> {
  const front = createSocket('udp4');
  const backs = new Map<string, Socket>(); // one for each client, by which the server knows it
  let isLost = false;
  const backOf = (address: string, port: number) => {
    const back = createSocket('udp4');
    back.on('message', (packet) => {
      if (!isLost) {
        front.send(packet, port, address);
      }
    });
    backs.set(`${address}:${port}`, back);
    return back;
  };
  front.on('message', (packet, { address, port }) => {
    if (!isLost) {
      (backs.get(`${address}:${port}`) ?? backOf(address, port)).send(packet, target, '127.0.0.1');
    }
  });
  front.bind(0, '127.0.0.1');
  await once(front, 'listening');
  return {
    port: front.address().port,
    cut(isCut) {
      isLost = isCut;
    },
    close() {
      front.close();
      backs.forEach((back) => back.close());
    },
  };
}
