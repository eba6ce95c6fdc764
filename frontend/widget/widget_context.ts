import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import { storedInTab } from '../environment/storage';
import type { Branch } from './api';
import { type Format, formatOf } from './format';
import type { Language } from './language';
import type { Preset } from './preset';
import type { BookingWords } from './words/booking';

/** Settings and formats that all steps share. */
export interface Widget {
  preset: Preset;
  branch: Branch;
  language: Language;
  t: BookingWords;
  format: Format;
  /** Shows times by the customer's own clock, or by the salon's. */
  showOwnClock(isOwn: boolean): void;
  /** Reports whether a step was shown before, and records this one. The first step must not take the focus from the embedding page. */
  enterStep(): boolean;
  /** Called once the first step stands, so that what the page needs less follows. */
  onShown(): void;
}

/** Where the tab keeps by whose clock times are shown: "own", or else the salon's. */
export const clockKey = 'visavis clock';

/** Returns a function that returns false on its first call and true afterwards. */
function newStepTracker(): () => boolean {
  let hasEntered = false;
  return () => {
    const before = hasEntered;
    hasEntered = true;
    return before;
  };
}

/** Returns the context for a branch in a language with its texts; undefined without a branch. */
export function useNewWidget(preset: Preset, branch: Branch | null | undefined, language: Language, t: BookingWords, onShown: () => void): Widget | undefined {
  const [isOwnClock, showOwnClock] = useState(() => storedInTab(clockKey) === 'own');
  const [enterStep] = useState(newStepTracker);
  return useMemo(
    () =>
      branch
        ? { preset, branch, language, t, format: formatOf(language, branch, undefined, isOwnClock), showOwnClock, enterStep, onShown }
        : undefined,
    [branch, enterStep, isOwnClock, language, onShown, preset, t],
  );
}

export const WidgetContext = createContext<Widget | undefined>(undefined);

export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (!widget) {
    throw new TypeError('no WidgetContext');
  }
  return widget;
}
