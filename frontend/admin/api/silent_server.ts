/**
 * Returns listeners for a client of a WebSocket, which end a connection on which the server has said nothing for so long, in milliseconds,
 * after it was asked: a cut network tells nobody, and browsers may not notice for minutes.
 */
export function untilSilent(patience: number, terminate: () => void) {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const expect = () => {
    clearTimeout(deadline);
    deadline = setTimeout(terminate, patience);
  };
  const heard = () => clearTimeout(deadline);
  return {
    connecting: expect,
    ping: (isReceived: boolean) => !isReceived && expect(),
    message: heard,
    closed: heard,
  };
}
