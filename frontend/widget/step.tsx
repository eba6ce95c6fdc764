import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSurroundings } from './widget_context';
import { useStepHistory } from './use_step_history';

interface Props {
  title: string;
  /** How deep it is: one more than the step from which one comes. */
  depth: number;
  /** Of how many steps it is one; undefined: they are not counted. */
  count?: number;
  onBack?: (() => void) | undefined;
  /** Whether there is a button to go back. The browser's does so in any case. */
  hasBackButton?: boolean;
  children: ComponentChildren;
}

/** A step with its heading, to which focus goes: whoever does not see the page hears where they are. */
export function Step({ title, depth, count, onBack, hasBackButton = true, children }: Props) {
  const { branch, t, enter } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  useStepHistory(depth, onBack);
  useEffect(() => {
    if (enter()) {
      heading.current?.focus();
    }
  }, [enter, title]);
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
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
