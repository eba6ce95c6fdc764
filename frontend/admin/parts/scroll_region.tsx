import type { ReactNode } from 'react';
import styles from './scroll_region.module.css';

interface Props {
  /** The accessible name. */
  label: string;
  children: ReactNode;
}

/** A region that scrolls sideways, also by keyboard. */
export function ScrollRegion({ label, children }: Props) {
  return (
    // A scrolling region must be focusable for keyboard users.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.region} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
