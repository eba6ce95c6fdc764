import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Loads and shows the link to an appointment. Few salons need it: those that send no email. */
export function LinkToKeep({ url }: { url: string }) {
  const [Loaded, setLoaded] = useState<ComponentType<{ url: string }>>();
  useEffect(() => {
    // Without it, the link is still behind a button.
    import('./keep_link').then(({ default: KeepLink }) => setLoaded(() => KeepLink), () => undefined);
  }, []);
  return Loaded ? <Loaded url={url} /> : null;
}
