import { useLayoutEffect } from 'preact/hooks';
import { currentEntry, replaceEntry } from './history_entry';
import { useWidget } from './widget_context';

interface Moves {
  onBack?: (() => void) | undefined;
  /** Shows the next step again, and reports whether that is possible. */
  onForward?: (() => boolean) | undefined;
  /** Whether the step takes the entry of the previous one, which nobody can return to. */
  isLast?: boolean | undefined;
}

/**
 * Makes the browser's back and forward buttons return to the previous and the next step, on our own page only: other sites own their history.
 * Our own buttons leave entries of completed steps behind, which the browser's back button skips.
 */
export function useStepHistory(depth: number, { onBack, onForward, isLast }: Moves): void {
  const { isOnOwnPage } = useWidget().preset;

  useLayoutEffect(() => {
    if (!isOnOwnPage) {
      return;
    }
    const before = currentEntry();
    if (before && before.depth < depth && !isLast) {
      history.pushState({ visavis: { ...before, depth, index: before.index + 1 } }, '');
    } else if (before?.depth !== depth) {
      replaceEntry({ depth });
    }
  }, [depth, isLast, isOnOwnPage]);
  useLayoutEffect(() => {
    let { index } = currentEntry() ?? { index: 0 };
    function follow() {
      const entry = currentEntry();
      if (!isOnOwnPage || !entry) {
        return;
      }
      const isBackward = entry.index < index;
      ({ index } = entry);
      if (isBackward && entry.depth < depth) {
        onBack?.();
      } else if (isBackward) {
        history.back();
      } else if (entry.depth > depth && !onForward?.()) {
        replaceEntry({ depth });
      }
    }
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [depth, isOnOwnPage, onBack, onForward]);
}
