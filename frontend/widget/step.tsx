import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWidget } from './widget_context';
import { useStepHistory } from './use_step_history';

interface Props {
  title: string;
  /** Depth of the step: one more than that of the previous step. */
  depth: number;
  /** Total number of steps; undefined hides the step count. */
  count?: number;
  onBack?: (() => void) | undefined;
  /** Shows the next step again when the browser goes forward, and reports whether that is possible. */
  onForward?: (() => boolean) | undefined;
  /** Whether nobody can return to the previous step. */
  isLast?: boolean;
  /** Whether to show a back button. The browser's own works in any case. */
  hasBackButton?: boolean;
  children: ComponentChildren;
}

/** A step whose heading takes the focus, so that screen readers announce it; or else the notice in it. */
export function Step({ title, depth, count, onBack, onForward, isLast, hasBackButton = true, children }: Props) {
  const { branch, t, enterStep } = useWidget();
  const heading = useRef<HTMLHeadingElement>(null);
  useStepHistory(depth, { onBack, onForward, isLast });
  useLayoutEffect(() => {
    if (enterStep()) {
      (heading.current?.parentElement?.querySelector<HTMLElement>('.notice') ?? heading.current)?.focus();
    }
  }, [enterStep, title]);
  return (
    <>
      <div class="bar">
        {onBack && hasBackButton && (
          <button type="button" class="back" aria-label={t.back} onClick={onBack}>
            ←
          </button>
        )}
        <b>{branch.name}</b>
        {count && <span>{t.step(depth, count)}</span>}
      </div>
      <h1 key={title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
