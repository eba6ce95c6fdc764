import type { AnyVariables, Client, DocumentInput } from '@urql/core';

/** Something in an input that can be repaired. */
export interface UserError {
  /** Why, for programs; UNREACHABLE when the server was not. */
  code: string;
  /** The path to the wrong field, below `input`; empty when it is not about a field. */
  field: readonly string[];
  /** Why and how to mend it, in the language of the page. */
  message: string;
}

/** What every mutation answers. */
interface Payload {
  userErrors: readonly { code: string; field: readonly string[]; message: string }[];
  strandedAppointments?: readonly { id: string }[];
}

/** What has become of a change: it was made, or nothing has changed; then the payload, if there is one, may tell more. */
export type Outcome<Answer> =
  | { done: true; payload: Answer; stranded: number }
  | { done: false; errors: UserError[]; payload: Answer | undefined };

/** A document with one mutation, whose payload has user errors. */
export type Mutation<Data, Variables extends AnyVariables> = DocumentInput<Data, Variables>;

type PayloadOf<Data> = Data[keyof Data];

/** Makes one change. Whatever fails is told as user errors, so that a form knows one kind alone. */
export async function send<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  client: Client,
  mutation: Mutation<Data, Variables>,
  variables: Variables,
): Promise<Outcome<PayloadOf<Data>>> {
  const { data, error } = await client.mutation<Data, Variables>(mutation, variables).toPromise();
  if (error || !data) {
    const [first] = error?.graphQLErrors ?? [];
    const { code, field } = (first?.extensions ?? {}) as { code?: string; field?: string[] };
    return { done: false, errors: [{ code: code ?? 'UNREACHABLE', field: field?.slice(1) ?? [], message: first?.message ?? '' }], payload: undefined };
  }
  const payload = Object.values(data)[0] as Payload;
  if (payload.userErrors.length > 0) {
    const errors = payload.userErrors.map((wrong) => ({ ...wrong, field: wrong.field.slice(1) }));
    return { done: false, errors, payload: payload as PayloadOf<Data> };
  }
  return { done: true, payload: payload as PayloadOf<Data>, stranded: payload.strandedAppointments?.length ?? 0 };
}
