import { SegmentedControl } from '@mantine/core';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { competencyWords } from './words';

interface Props {
  /** The accessible name. */
  label: string;
  /** Null: the category decides. */
  value: boolean | null;
  /** Whether the value may be left to the category. */
  inherits?: boolean;
  /** Whether only some services of the category have a yes. */
  isPartly?: boolean;
  onChange(value: boolean | null): void;
}

/** A choice of yes or no. */
export function YesNo({ label, value, inherits = false, isPartly = false, onChange }: Props) {
  const t = useWords(commonWords);
  const own = useWords(competencyWords);
  const partly = (
    <>
      –<span className="visually-hidden"> {own.partly}</span>
    </>
  );
  const names = { yes: t.yes, no: t.no, category: own.asCategory, partly };
  const values = { yes: true, no: false, category: null, partly: null };
  type Name = keyof typeof names;
  const choices: Name[] = ['yes', 'no', ...(inherits ? (['category'] as const) : []), ...(isPartly ? (['partly'] as const) : [])];
  const otherwise = inherits && value === null ? 'category' : 'no';
  return (
    <SegmentedControl
      aria-label={label}
      size="sm"
      value={isPartly ? 'partly' : value ? 'yes' : otherwise}
      data={choices.map((choice) => ({ value: choice, label: names[choice] }))}
      onChange={(choice) => choice !== 'partly' && onChange(values[choice as Name])}
    />
  );
}
