import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Returns a component that loads itself when it is first shown. Until then, and if it cannot be loaded, it shows nothing. */
export function later<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): ComponentType<Props> {
  return (props) => {
    const [Loaded, setLoaded] = useState<ComponentType<Props>>();
    useEffect(() => {
      load().then(({ default: component }) => setLoaded(() => component), () => undefined);
    }, []);
    return Loaded ? <Loaded {...props} /> : null;
  };
}
