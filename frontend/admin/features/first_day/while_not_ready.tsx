import { type ReactNode, useEffect } from 'react';
import { useBranch } from '../../session/branch';
import { dismiss, useIsDismissed } from './dismissed';
import { useReadiness } from './readiness_query';

/** Shows its children until everything is set up, or until the first steps are dismissed on this device. */
export default function WhileNotReady({ children }: { children: ReactNode }) {
  const { id: branchId } = useBranch();
  const isDismissed = useIsDismissed(branchId);
  const { data } = useReadiness({ pause: isDismissed });
  const isReady = data?.branchReadiness.ready;
  useEffect(() => {
    if (isReady) {
      dismiss(branchId); // so that it is asked no more
    }
  }, [branchId, isReady]);
  return !isDismissed && isReady === false && children;
}
