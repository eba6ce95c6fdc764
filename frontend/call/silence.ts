/** How often packets are counted as long as they come, in milliseconds. */
const whileHeard = 1_000;

/** How often they are counted while none come, in milliseconds. */
const whileSilent = 200;

/**
 * Calls back each time that packets come again after a second or more without any. Browsers say nothing of a gap that is too short for
 * them to look for another path. The returned function ends it.
 */
export function onceHeardAgain(connection: RTCPeerConnection, callBack: () => void): () => void {
  let heard: number | undefined;
  let isSilent = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function count() {
    const now = (await packetsReceived(connection).catch(() => undefined)) ?? heard;
    if (isOver || now === undefined) {
      return; // the browser does not count
    }
    if (isSilent && now !== heard) {
      callBack();
    }
    isSilent = now === heard;
    heard = now;
    timer = setTimeout(() => void count(), isSilent ? whileSilent : whileHeard);
  }

  void count();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Returns how many packets have come, those that report what the other side has received among them; undefined if the browser does not count. */
async function packetsReceived(connection: RTCPeerConnection): Promise<number | undefined> {
  const rows = [...(await connection.getStats()).values()] as { type: string; packetsReceived?: number }[];
  return rows.find(({ type }) => type === 'transport')?.packetsReceived;
}
