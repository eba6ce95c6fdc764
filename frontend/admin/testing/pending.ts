/** Returns a promise and a function that fulfills it. */
export function pending<Value>() {
  let fulfill!: (value: Value) => void;
  const promise = new Promise<Value>((resolve) => (fulfill = resolve));
  return { promise, fulfill };
}
