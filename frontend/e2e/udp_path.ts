import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A path to a UDP server on loopback that can be cut: then packets are lost in both directions, as in a tunnel. */
export interface UdpPath {
  /** The address by which the server is reached, with its port. */
  address: string;
  cut(isCut: boolean): void;
  close(): void;
}

/** Opens a path to the server that listens on an address with a port. */
export async function openUdpPath(server: string): Promise<UdpPath> {
  const [host, port] = server.split(':');
  const front = createSocket('udp4');
  const backs = new Map<string, Socket>(); // one for each client, by which the server knows it
  let isLost = false;
  const backOf = (client: RemoteInfo) => {
    const back = createSocket('udp4');
    back.on('message', (packet) => {
      if (!isLost) {
        front.send(packet, client.port, client.address);
      }
    });
    backs.set(`${client.address}:${client.port}`, back);
    return back;
  };
  front.on('message', (packet, from) => {
    if (!isLost) {
      (backs.get(`${from.address}:${from.port}`) ?? backOf(from)).send(packet, Number(port), host);
    }
  });
  front.bind(0, '127.0.0.1');
  await once(front, 'listening');
  return {
    address: `127.0.0.1:${front.address().port}`,
    cut(isCut) {
      isLost = isCut;
    },
    close() {
      front.close();
      backs.forEach((back) => back.close());
    },
  };
}
