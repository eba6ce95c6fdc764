import { NativeSelect, type NativeSelectProps } from '@mantine/core';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
}

interface Props extends Omit<NativeSelectProps, 'data' | 'value'> {
  value?: string;
  data: readonly Option[];
  /** The name of the value if it is none of the options; default: the value itself. */
  otherwise?: string | undefined;
}

/** Returns the options with the value among them, so that a select shows it: otherwise browsers show the first option in its place. */
export const withValue = <Value extends string>(data: readonly Option<Value>[], value: Value, label: string = value): Option<Value>[] =>
  value === '' || data.some((option) => option.value === value) ? [...data] : [{ value, label }, ...data];

/** A select that never shows another value than its own. */
export const Choice = ({ value = '', data, otherwise, ...props }: Props) => <NativeSelect {...props} value={value} data={withValue(data, value, otherwise)} />;
