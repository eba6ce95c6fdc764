import { useLayoutEffect, useRef } from 'preact/hooks';
import { useRoom } from './room_context';

/** Whether a title was shown before: the first must not take the focus. */
let wasShown = false;

/** The heading of what the page shows. When it changes it takes the focus, so that screen readers say it and keys go on from there. */
export function Title({ text }: { text: string }) {
  const { salon } = useRoom();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${text} · ${salon.name}`;
    if (wasShown) {
      heading.current?.focus();
    }
    wasShown = true;
  }, [salon, text]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {text}
    </h1>
  );
}
