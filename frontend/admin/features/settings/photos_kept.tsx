import { useWords } from '../../language/words';
import { SavedText } from '../../parts/saved_text';
import { legalWords } from './legal_words';
import type { BranchSettings } from './settings_query';
import type { BranchPart } from './use_branch_update';

interface Props {
  branch: BranchSettings;
  save(part: BranchPart, before: BranchPart): Promise<string | undefined>;
}

/** For how long photos of calls are kept. */
export function PhotosKept({ branch: { photosKeptDays }, save }: Props) {
  const t = useWords(legalWords);
  return (
    <SavedText
      inputMode="numeric"
      label={t.photosKept}
      description={t.photosKeptHint}
      value={String(photosKeptDays)}
      save={async (written) => (/^\d+$/.test(written) ? save({ photosKeptDays: Number(written) }, { photosKeptDays }) : t.wrongDays)}
    />
  );
}
