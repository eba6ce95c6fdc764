import { type RefObject, useEffect } from 'react';

/** Gives what is typed into the document to a field that has just appeared, and gets the focus a moment later. */
export function useTypedAtOnce(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    function take({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
      if (key.length === 1 && !ctrlKey && !metaKey && !altKey && document.activeElement !== field.current) {
        field.current?.focus(); // before the key is written
      }
    }
    window.addEventListener('keydown', take, true);
    return () => window.removeEventListener('keydown', take, true);
  }, [field]);
}
