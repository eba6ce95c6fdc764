import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from './language';
import { Loading, Notice } from './notice';
import { useWidget } from './widget_context';

/**
 * Returns a component that loads itself when it is first shown. If it cannot be loaded, it says so and offers to try again, unless the page
 * does without it.
 */
export function later<Props extends object>(load: (language: Language) => Promise<{ default: ComponentType<Props> }>, isNeeded = true): ComponentType<Props> {
  return (props) => {
    const { t, language } = useWidget();
    const [Loaded, setLoaded] = useState<ComponentType<Props>>();
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (!failed) {
        load(language).then(({ default: component }) => setLoaded(() => component), () => setFailed(isNeeded));
      }
    }, [failed, language]);
    if (failed) {
      return (
        <Notice text={t.unreachable}>
          <button type="button" class="plain" onClick={() => setFailed(false)}>
            {t.again}
          </button>
        </Notice>
      );
    }
    return Loaded ? <Loaded {...props} /> : isNeeded && <Loading text={t.loading} />;
  };
}
