import type { ComponentChildren } from 'preact';

interface Props {
  text: string;
  children?: ComponentChildren;
}

/** Something that did not go as hoped, and the way out. */
export function Notice({ text, children }: Props) {
  return (
    <div role="alert" class="notice">
      <p>{text}</p>
      {children}
    </div>
  );
}

/** In place of what is on its way. */
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
