import { useEffect, useRef } from 'react';

/** Returns a ref for a form that takes the place of a button: its first field gets the focus, which would be nowhere. */
export function useFirstField() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return form;
}
