import { NativeSelect, type NativeSelectProps } from '@mantine/core';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
}

/** Options under a heading. */
export interface OptionGroup {
  group: string;
  items: Option[];
}

interface Props extends Omit<NativeSelectProps, 'data' | 'value'> {
  value?: string;
  data: readonly (Option | OptionGroup)[];
  /** The name of the value if it is none of the options; default: the value itself. */
  otherwise?: string | undefined;
}

/** Returns the options with the value among them, so that a select shows it: otherwise browsers show the first option in its place. */
export const withValue = <Value extends string>(data: readonly Option<Value>[], value: Value, label: string = value): Option<Value>[] =>
  value === '' || data.some((option) => option.value === value) ? [...data] : [{ value, label }, ...data];

/** A select that never shows another value than its own. */
export function Choice({ value = '', data, otherwise, ...props }: Props) {
  const options = data.flatMap((entry) => ('group' in entry ? entry.items : [entry]));
  const missing = withValue(options, value, otherwise).filter((option) => !options.includes(option));
  return <NativeSelect {...props} value={value} data={[...missing, ...data]} />;
}
