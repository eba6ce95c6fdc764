import type { ComponentChildren } from 'preact';

interface Props {
  text: string;
  children?: ComponentChildren;
}

/** An error message with ways to recover. */
export function Notice({ text, children }: Props) {
  return (
    <div role="alert" class="notice">
      <p>{text}</p>
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
