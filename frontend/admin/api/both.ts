/** The result of a query. */
interface Answer<Data> {
  data: Data | undefined;
  failed: boolean;
  retry(): void;
}

/** Returns the results of two queries as one. */
export const both = <First, Second>(first: Answer<First>, second: Answer<Second>): Answer<[First, Second]> => ({
  data: first.data && second.data && [first.data, second.data],
  failed: first.failed || second.failed,
  retry() {
    first.retry();
    second.retry();
  },
});
