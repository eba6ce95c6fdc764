import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  text: string;
  children?: ComponentChildren;
  /** Whether the customer has done nothing that it answers, so that it must not take the focus. */
  isQuiet?: boolean;
}

/** An error message with ways to recover. It takes the focus, which scrolls to it. */
export function Notice({ text, children, isQuiet }: Props) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isQuiet) {
      notice.current?.focus();
    }
  }, [isQuiet, text]);
  return (
    <div ref={notice} role="alert" class="notice" tabIndex={-1}>
      <p key={text}>{text}</p>
      {children}
    </div>
  );
}

/** A placeholder for content that is loading. */
export function Loading({ text }: { text: string }) {
  return (
    <div aria-busy="true">
      <output>{text}</output>
      <div class="skeleton" />
      <div class="skeleton" />
      <div class="skeleton" />
    </div>
  );
}
