import { useLayoutEffect } from 'preact/hooks';
import { useWidget } from './widget_context';

/** Our state in an entry of the browser history. */
interface Entry {
  /** Depth of the step that the entry shows. */
  depth: number;
  /** Position among our entries, from 0. */
  index: number;
}

/** Returns the current entry; undefined if it is not ours. */
function currentEntry(): Entry | undefined {
  const { visavis } = (history.state ?? {}) as { visavis?: Entry };
  return visavis;
}

/**
 * Makes the browser's back button return to the previous step, on our own page only: other sites own their history.
 * Our own buttons leave entries of completed steps behind, which the browser's back button skips.
 */
export function useStepHistory(depth: number, onBack: (() => void) | undefined): void {
  const { isOnOwnPage } = useWidget().preset;

  useLayoutEffect(() => {
    if (!isOnOwnPage) {
      return;
    }
    const before = currentEntry();
    if (before && before.depth < depth) {
      history.pushState({ visavis: { depth, index: before.index + 1 } }, '');
    } else if (before?.depth !== depth) {
      history.replaceState({ visavis: { depth, index: before?.index ?? 0 } }, '');
    }
  }, [depth, isOnOwnPage]);
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
      }
    }
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [depth, isOnOwnPage, onBack]);
}
