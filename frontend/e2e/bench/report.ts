interface Measurement {
  /** The name of the benchmark, such as BookingPage/first_start. */
  name: string;
  values: number[];
  unit: string;
  /** The target, such as "at most 1000". */
  target: string;
}

/** Prints the median as benchmarks in Go print a value, which internal/targets reads; below it the target and every value. */
export function report({ name, values, unit, target }: Measurement) {
  console.info(`Benchmark${name} 1 ${median(values)} ${unit}\n    ${target} ${unit}; measured ${values.join(', ')}`);
}

/** Returns the middle one of an odd number of values. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
