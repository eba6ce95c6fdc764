import type { AnyVariables, Client, DocumentInput } from '@urql/core';

/** An error in an input that the user can fix. */
export interface UserError {
  /** A code for programs; UNREACHABLE if there was no answer. */
  code: string;
  /** Path of the field below `input`; empty if the error concerns no field. */
  field: readonly string[];
  /** Cause and remedy in the language of the page. */
  message: string;
}

/** The fields that the payloads of all mutations share. */
interface Payload {
  userErrors: readonly { code: string; field: readonly string[]; message: string }[];
  strandedAppointments?: readonly { id: string }[];
}

/** The result of a change. If it was refused, nothing has changed and the payload, if any, has details. */
export type Outcome<Answer> =
  | { done: true; payload: Answer; stranded: number }
  | { done: false; errors: UserError[]; payload: Answer | undefined };

/** A document with one mutation whose payload has user errors. */
export type Mutation<Data, Variables extends AnyVariables> = DocumentInput<Data, Variables>;

type PayloadOf<Data> = Data[keyof Data];

/** Sends one mutation. All failures become user errors, so that forms handle one kind only. */
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

/** Reports whether a change was refused because another user has changed the same meanwhile. The payload is what is saved. */
export const isChangedMeanwhile = (outcome: Outcome<unknown>): boolean =>
  !outcome.done && outcome.errors.some(({ code }) => code === 'CHANGED_MEANWHILE');
