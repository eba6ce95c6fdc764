/** What an operation answers. */
export interface Answer {
  data?: Record<string, unknown>;
  errors?: { message: string }[];
}

/** Runs one operation by HTTP. */
export async function run(
  origin: string,
  query: string,
  variables: Record<string, unknown> = {},
  operationName?: string,
): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return (await response.json()) as Answer;
}
