import { lazy, Suspense } from 'react';
import { Choice, type Option } from './choice';
import type { ChoiceProps } from './search_select';

// Only chains need it.
const SearchSelect = lazy(() => import('./search_select'));

/** The result of `useSearchedList`. */
interface List<Node> {
  nodes: readonly Node[] | undefined;
  isShort: boolean;
  hasMore: boolean;
  search: string;
  setSearch(search: string): void;
}

interface Props<Node> extends ChoiceProps {
  list: List<Node>;
  optionOf(node: Node): Option;
  /** Options before those of the list, such as that for everyone. */
  before?: readonly Option[];
}

/** Chooses from a list that may be long: a short one is a plain select, a long one is searched on the server. */
export function SearchChoice<Node>({ list: { nodes, isShort, hasMore, search, setSearch }, optionOf, before, ...props }: Props<Node>) {
  const { onChange, ...shown } = props;
  const options = [...(search.trim() === '' && before ? before : []), ...(nodes ?? []).map(optionOf)];
  const plain = <Choice {...shown} data={options} onChange={(event) => onChange(event.currentTarget.value)} />;
  if (isShort || (!nodes && search === '')) {
    return plain;
  }
  return (
    <Suspense fallback={plain}>
      <SearchSelect {...props} options={options} hasMore={hasMore} search={search} setSearch={setSearch} />
    </Suspense>
  );
}
