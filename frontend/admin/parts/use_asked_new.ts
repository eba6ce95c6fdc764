import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The end of an address that asks for the form for something new. */
export const askedNew = 'neu';

/**
 * Opens the form for something new if the address of a page asks for it, as the command palette does, and takes that out of the address.
 * Another page is not meant, although it stands while the one of the address loads.
 */
export function useAskedNew(path: string, open: () => void) {
  const { pathname, hash } = useLocation();
  const isAsked = pathname === path && hash === askedNew;
  const navigate = useNavigate();
  useEffect(() => {
    if (isAsked) {
      open();
      void navigate({ to: '.', search: true, hash: '', replace: true } as never);
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isAsked]);
}
