import { appWords } from '../../app/words';
import { useWords } from '../../language/words';
import { Page } from '../../parts/page';

export function SettingsPage() {
  const t = useWords(appWords);
  return <Page title={t.settings}>{null}</Page>;
}
