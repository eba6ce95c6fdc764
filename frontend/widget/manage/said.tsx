import { useLayoutEffect, useRef } from 'preact/hooks';

/** What an action has done, where the customer tapped. It takes the focus, so that screen readers announce it. */
export function Said({ text }: { text: string }) {
  const said = useRef<HTMLOutputElement>(null);
  useLayoutEffect(() => said.current?.focus(), [text]);
  return (
    <output ref={said} class="well" tabIndex={-1}>
      <span key={text}>{text}</span>
    </output>
  );
}
