import { useEffect } from 'preact/hooks';
import { useSurroundings } from './context';

/** What we keep in an entry of the browser's history: how deep the step is that it shows. */
interface Entry {
  visavisStep?: number;
}

const depthShown = () => (history.state as Entry | null)?.visavisStep;

/** Lets the browser's back button lead one step back, where the page is ours: the history of other sites' pages is theirs. */
export function useStepHistory(depth: number, onBack: (() => void) | undefined): void {
  const { isOnOwnPage } = useSurroundings().preset;

  useEffect(() => {
    if (!isOnOwnPage) {
      return;
    }
    const shown = depthShown();
    if (shown === undefined) {
      history.replaceState({ visavisStep: depth }, '');
    } else if (shown < depth) {
      history.pushState({ visavisStep: depth }, '');
    } else if (shown > depth) {
      history.go(depth - shown); // the steps in between are done with
    }
  }, [depth, isOnOwnPage]);
  useEffect(() => {
    const follow = () => {
      if (isOnOwnPage && (depthShown() ?? depth) < depth) {
        onBack?.();
      }
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [depth, isOnOwnPage, onBack]);
}
