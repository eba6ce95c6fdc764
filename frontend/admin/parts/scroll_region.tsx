import type { ReactNode } from 'react';
import styles from './scroll_region.module.css';

interface Props {
  /** What is inside, for those who reach it by key. */
  label: string;
  children: ReactNode;
}

/** Lets what is too wide for the window scroll by itself, also by key. */
export function ScrollRegion({ label, children }: Props) {
  return (
    // A region that scrolls must be reached by key, or else its end cannot be.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.region} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
