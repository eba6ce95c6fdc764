import { useWords } from '../../language/words';
import styles from './needs_you_count.module.css';
import { sumOf, useInbox } from './use_inbox';
import { needsYouWords } from './words';

/** The number of things that wait for the user, in the sidebar; nothing if there are none. */
export default function NeedsYouCount() {
  const t = useWords(needsYouWords);
  const { data } = useInbox();
  const count = data ? sumOf(data) : 0;
  return (
    count > 0 && (
      <span className={styles.count}>
        <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
        <span className="visually-hidden">{t.waiting(count)}</span>
      </span>
    )
  );
}
