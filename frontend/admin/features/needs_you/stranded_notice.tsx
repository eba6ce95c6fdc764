import { Link } from '@tanstack/react-router';
import { usePagedQuery } from '../../api/paged_query';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import styles from './stranded_notice.module.css';
import { bookedOf, strandedQuery } from './stranded_query';
import { needsYouWords } from './words';

/** Says how many appointments of the branch cannot take place as planned, and leads to them; nothing if there are none. */
export function StrandedNotice() {
  const t = useWords(needsYouWords);
  const branch = useBranch();
  const { data } = usePagedQuery(strandedQuery, { branchId: branch.id }, ({ strandedAppointments }) => strandedAppointments, {
    pause: !keepsCustomers(useSession()),
  });
  const count = data ? bookedOf(data.nodes).length : 0;
  return (
    <output className={styles.status}>
      {count > 0 && (
        <Link to="/umplanen" search={{}} className={styles.notice}>
          {data?.hasMore ? t.atLeast(count) : t.count(count)}
        </Link>
      )}
    </output>
  );
}
