import { useLayoutEffect } from 'preact/hooks';
import { useSurroundings } from './widget_context';

/** What we keep in an entry of the browser's history. */
interface Entry {
  /** How deep the step is that it shows. */
  depth: number;
  /** The how manyth of our entries it is. */
  index: number;
}

/** The entry that is shown; undefined: it is none of ours. */
function shown(): Entry | undefined {
  const { visavis } = (history.state ?? {}) as { visavis?: Entry };
  return visavis;
}

/**
 * Lets the browser's back button lead one step back, where the page is ours: the history of other sites' pages is theirs.
 * Our own buttons leave entries behind of steps that are done with; the browser's passes them by.
 */
export function useStepHistory(depth: number, onBack: (() => void) | undefined): void {
  const { isOnOwnPage } = useSurroundings().preset;

  useLayoutEffect(() => {
    if (!isOnOwnPage) {
      return;
    }
    const before = shown();
    if (before && before.depth < depth) {
      history.pushState({ visavis: { depth, index: before.index + 1 } }, '');
    } else if (before?.depth !== depth) {
      history.replaceState({ visavis: { depth, index: before?.index ?? 0 } }, '');
    }
  }, [depth, isOnOwnPage]);
  useLayoutEffect(() => {
    let { index } = shown() ?? { index: 0 };
    function follow() {
      const entry = shown();
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
