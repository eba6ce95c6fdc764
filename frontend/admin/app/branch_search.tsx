import { SearchChoice } from '../parts/search_choice';
import { useBranchChoice } from '../session/branches';
import type { Branch } from '../session/session';

interface Props {
  label: string;
  branch: Branch;
  onChoose(slug: string): void;
}

/** Chooses a branch of a chain. */
export default function BranchSearch({ label, branch: { slug, name }, onChoose }: Props) {
  const list = useBranchChoice();
  return <SearchChoice aria-label={label} list={list} optionOf={(branch) => ({ value: branch.slug, label: branch.name })} value={slug} otherwise={name} onChange={onChoose} />;
}
