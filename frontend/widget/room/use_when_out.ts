import { useLayoutEffect } from 'preact/hooks';
import { mayHoldDevices } from './room';
import { useRoom } from './room_context';

/** Calls a function when this device has gone out of the room, or could not come in. */
export function useWhenOut(act: () => void): void {
  const { session } = useRoom();
  useLayoutEffect(() => {
    let held = mayHoldDevices(session.facts.get().place);
    return session.facts.follow(() => {
      const holds = mayHoldDevices(session.facts.get().place);
      if (held && !holds) {
        act();
      }
      held = holds;
    });
  }, [act, session]);
}
