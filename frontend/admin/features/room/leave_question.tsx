import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { useObservable, useRoom } from './room_context';
import { roomWords } from './words';

/** Asks before another page takes the place of the call, or of photos that are on their way. */
export function LeaveQuestion({ isCalling }: { isCalling: boolean }) {
  const t = useWords(roomWords);
  const { name, keeper } = useRoom();
  const isKeeping = [...useObservable(keeper.photos).values()].some(({ state }) => state === 'SENDING');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => (isCalling || isKeeping) && current.pathname !== next.pathname,
    enableBeforeUnload: isKeeping,
    withResolver: true,
  });
  return (
    <Confirm opened={status === 'blocked'} title={isCalling ? t.blocker : t.leavePage} onClose={() => reset?.()} onConfirm={() => proceed?.()}>
      {[isCalling && t.blockerHint(name), isKeeping && t.blockerPhotos].filter(Boolean).join(' ')}
    </Confirm>
  );
}
