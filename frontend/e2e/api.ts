/** The password of everybody who can sign in to the demo salon. */
export const password = 'visavis-demo';

/** What an operation answers. */
export interface Answer {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions?: { code: string } }[];
}

interface Options {
  operationName?: string;
  /** Of a session, as `sessionOf` returns it. */
  cookie?: string;
}

/** Runs one operation by HTTP, anonymously unless there is a cookie. */
export async function run(
  origin: string,
  query: string,
  variables: Record<string, unknown> = {},
  options: Options = {},
): Promise<Answer> {
  const response = await ask(origin, query, variables, options);
  return (await response.json()) as Answer;
}

function ask(origin: string, query: string, variables: Record<string, unknown>, { operationName, cookie }: Options): Promise<Response> {
  return fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ query, variables, operationName }),
  });
}

const signInMutation = 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }';

/** Signs in to the demo salon, and returns the cookie of the session. */
export async function signIn(origin: string, email: string): Promise<string> {
  const response = await ask(origin, signInMutation, { input: { email, password } }, {});
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) {
    throw new TypeError(await response.text());
  }
  return cookie.slice(0, cookie.indexOf(';'));
}
