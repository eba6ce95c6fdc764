import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The end of an address that asks for the form for something new. */
export const askedNew = 'neu';

/** Opens the form for something new if the address asks for it, as the command palette does, and takes that out of the address. */
export function useAskedNew(open: () => void) {
  const { hash } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (hash === askedNew) {
      open();
      void navigate({ to: '.', search: true, hash: '', replace: true } as never);
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [hash]);
}
