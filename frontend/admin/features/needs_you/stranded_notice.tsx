import { Alert } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { bookedOf, strandedQuery } from './stranded_query';
import { needsYouWords } from './words';

/** Says how many appointments of the branch cannot take place as planned, and leads to them; nothing if there are none. */
export function StrandedNotice() {
  const t = useWords(needsYouWords);
  const branch = useBranch();
  const { data } = useLiveQuery(strandedQuery, { branchId: branch.id }, { pause: !keepsCustomers(useSession()) });
  const count = data ? bookedOf(data).length : 0;
  return (
    <output>
      {count > 0 && (
        <Alert color="yellow" p="xs">
          <Link to="/braucht-dich">{t.count(count)}</Link>
        </Alert>
      )}
    </output>
  );
}
