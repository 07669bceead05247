import { type CredentialFor, type RealtimeSocket, openSocketAs } from './open-socket.ts';
import { API_KEY, type RunningAssembly, runApplication } from './run-application.ts';
import { ownedNotes } from './apps/owned-notes.ts';
import { signIn } from './sign-in.ts';
import { signGraphqlRequest } from './sign-graphql-request.ts';

export type NotesCaller = 'ann' | 'bob' | 'admin' | 'editor' | 'key' | 'machine' | 'partner';

interface Answer {
  readonly data: unknown;
  /** "path type" of each error, sorted. */
  readonly refused: readonly string[];
}

export interface RunningNotes {
  /** Sends a request with the caller's real credential. */
  as(caller: NotesCaller, query: string): Promise<Answer>;
  /** @returns a socket of the caller, and the answer to its start of this subscription field */
  listen(caller: NotesCaller, field: string): Promise<readonly [RealtimeSocket, unknown]>;
  stop(): Promise<void>;
}

/** The application with two notes of Ann's, one of them public with two comments, and one of Bob's. */
export async function runOwnedNotes(): Promise<RunningNotes> {
  const assembly = await runApplication(ownedNotes);
  const callers = await createCallers(assembly);
  const { url } = assembly.engine;
  const sockets: RealtimeSocket[] = [];
  const as = async (caller: NotesCaller, query: string): Promise<Answer> => {
    const body = JSON.stringify({ query });
    const credential = await callers[caller]({ path: '/graphql', body });
    const headers = { 'content-type': 'application/json', ...credential };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const { data, errors = [] } = (await response.json()) as {
      data?: unknown;
      errors?: { path: (string | number)[] | null; errorType?: string }[];
    };
    const refused = errors.map(({ path, errorType = '' }) => `${(path ?? []).join('.')} ${errorType}`.trim());
    return { data, refused: refused.toSorted() };
  };
  await seed(as);
  return {
    as,
    async listen(caller, field) {
      const socket = await openSocketAs(url, callers[caller]);
      sockets.push(socket);
      return [socket, await socket.start('s', `subscription { ${field} }`)];
    },
    stop() {
      sockets.forEach((socket) => socket.close());
      return assembly.stop();
    },
  };
}

async function createCallers(
  assembly: RunningAssembly,
): Promise<Readonly<Record<NotesCaller, CredentialFor>>> {
  const { url } = assembly.engine;
  const holder = async (token: Promise<string>): Promise<CredentialFor> => {
    const authorization = await token;
    return () => Promise.resolve({ Authorization: authorization });
  };
  return {
    ann: await holder(signIn(url, 'ann')),
    bob: await holder(signIn(url, 'bob')),
    admin: await holder(signIn(url, 'ada', ['Admins'])),
    editor: await holder(signIn(url, 'eve', ['Editors'])),
    key: () => Promise.resolve({ 'x-api-key': API_KEY }),
    machine: (request) => signGraphqlRequest(url, 'allowed everything', request),
    partner: await holder(Promise.resolve('partner-acme')),
  };
}

async function seed(as: RunningNotes['as']): Promise<void> {
  const open = '{ title: "Public", body: "text", outline: [["1", "2"], []] }';
  await as('ann', `mutation { createNote(id: "a1", input: ${open}) { id } }`);
  await as('ann', 'mutation { createNote(id: "a2", input: { title: "Private" }) { id } }');
  await as('bob', 'mutation { createNote(id: "b1", input: { title: "Of Bob" }) { id } }');
  await as('editor', 'mutation { publishNote(id: "a1") { id } }');
  await as('bob', 'mutation { addComment(noteId: "a1", text: "first") { id } }');
  await as('ann', 'mutation { addComment(noteId: "a1", text: "second") { id } }');
}
