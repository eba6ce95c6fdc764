import { appWords } from '../../app/words';
import { useWords } from '../../language/words';
import { Page } from '../../parts/page';

export function CustomersPage() {
  const t = useWords(appWords);
  return <Page title={t.customers}>{null}</Page>;
}
