import { type DocumentNode, getOperationAST, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingTabs } from '../graphiql/tabs';
import { run } from './api';
import { type Server, startServer } from './server';
import { confirmSession, sessionOf } from './session';

/** The operations that need no session: all those of customers. */
const forAnyone = new Set([
  'SignIn',
  'SignOut',
  'Booking1Bookable',
  'Booking2Hold',
  'Booking3Book',
  'Booking4Move',
  'Booking6Cancel',
  'SalonOpen3Bookable',
  'SalonClosed8Bookable',
  'VideoOnly3Bookable',
  'LastChange',
]);

let server: Server;
let cookie: string;

beforeAll(async () => {
  server = await startServer();
  cookie = sessionOf('anna');
  await confirmSession(server.origin, 'anna');
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

describe('the opening operations of GraphiQL', () => {
  for (const { query, variables: text } of openingTabs(new Date())) {
    const variables = JSON.parse(text) as Record<string, unknown>;
    const document = parse(query);
    for (const operationName of operationNames(document)) {
      const anyone = forAnyone.has(operationName);
      it(`${operationName} works on the demo salon for ${anyone ? 'anyone' : 'its owner'}`, async () => {
        const answer = await run(server.origin, query, variables, { operationName, ...(anyone ? {} : { cookie }) });
        expect(answer.errors).toBeUndefined();
        const results = Object.values(answer.data ?? {});
        for (const result of results) {
          expect(result).not.toBeNull();
          expect((result as { userErrors?: unknown[] }).userErrors ?? []).toEqual([]);
        }
        copyIds(answer.data ?? {}, variables);
      });
    }
  }
});

/** The names of the queries and mutations, in order. */
function operationNames(document: DocumentNode): string[] {
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => node.name?.value ?? '')
    .filter((name) => getOperationAST(document, name)?.operation !== 'subscription');
}

/** Does what the comments in the tabs ask for: copies new IDs into the variables. */
function copyIds(data: Record<string, unknown>, variables: Record<string, unknown>) {
  const { appointmentHold, staffDuplicateForVideo, videoOnlyModeStart, apiTokenCreate } = data as {
    appointmentHold?: { hold: { secret: string } };
    staffDuplicateForVideo?: { staff: { id: string } };
    videoOnlyModeStart?: { videoOnlyMode: { id: string } };
    apiTokenCreate?: { apiToken: { id: string } };
  };
  if (appointmentHold) {
    variables['secret'] = appointmentHold.hold.secret;
  }
  if (staffDuplicateForVideo) {
    variables['videoStaffId'] = staffDuplicateForVideo.staff.id;
  }
  if (videoOnlyModeStart) {
    variables['modeId'] = videoOnlyModeStart.videoOnlyMode.id;
  }
  if (apiTokenCreate) {
    variables['tokenId'] = apiTokenCreate.apiToken.id;
  }
}
