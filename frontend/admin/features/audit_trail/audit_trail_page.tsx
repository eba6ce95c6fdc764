import { appWords } from '../../app/words';
import { useWords } from '../../language/words';
import { Page } from '../../parts/page';

export function AuditTrailPage() {
  const t = useWords(appWords);
  return <Page title={t.auditTrail}>{null}</Page>;
}
