import { appWords } from '../../app/words';
import { useWords } from '../../language/words';
import { Page } from '../../parts/page';

export function UtilisationPage() {
  const t = useWords(appWords);
  return <Page title={t.utilisation}>{null}</Page>;
}
