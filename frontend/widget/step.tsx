import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSurroundings } from './context';

interface Props {
  title: string;
  number?: number;
  onBack?: (() => void) | undefined;
  children: ComponentChildren;
}

/** How many steps there are before it is done. */
const count = 3;

/** A step with its heading, to which focus goes: whoever does not see the page hears where they are. */
export function Step({ title, number, onBack, children }: Props) {
  const { branch, t, enter } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (enter()) {
      heading.current?.focus();
    }
  }, [enter, title]);
  return (
    <>
      <div class="bar">
        {onBack && (
          <button type="button" class="back" aria-label={t.back} onClick={onBack}>
            ←
          </button>
        )}
        <b>{branch.name}</b>
        {number && <span>{t.step(number, count)}</span>}
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
