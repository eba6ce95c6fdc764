import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { LegalSection } from './legal_section';
import { branchQuery } from './settings_query';
import { settingsWords } from './words';

/** The legal texts of the branch, and how long it keeps data. */
export function LegalPage() {
  const t = useWords(settingsWords);
  const { id } = useBranch();
  const answer = useLiveQuery(branchQuery, { id });
  return (
    <Page title={t.legal} width="form">
      <Answer of={answer}>{({ branch }) => branch && <LegalSection key={id} branch={branch} />}</Answer>
    </Page>
  );
}
