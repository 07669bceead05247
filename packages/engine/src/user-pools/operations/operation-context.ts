/** What every operation works with. */
import type { CallInput } from '../call-input.ts';
import { readText } from '../call-input.ts';
import type { TokenSigner } from '../token-signer.ts';
import type { UserPool } from '../user-pool.ts';
import { UserPoolFault } from '../user-pool-fault.ts';

export interface OperationContext {
  readonly pools: () => readonly UserPool[];
  readonly signer: TokenSigner;
  readonly now: () => number;
  /** Six digits. */
  readonly newCode: () => string;
  /** In place of a mail or a text message: for the terminal. */
  readonly deliver: (text: string) => void;
}

export type OperationOutput = Readonly<Record<string, unknown>>;

export type Operation = (
  input: CallInput,
  context: OperationContext,
) => Promise<OperationOutput> | OperationOutput;

/** A client with the pool that it is of. */
export interface ClientOfPool {
  readonly pool: UserPool;
  readonly clientId: string;
  readonly authFlows: readonly string[];
}

/** @throws UserPoolFault when no pool has the client of the call */
export function poolOfClient(input: CallInput, { pools }: OperationContext): ClientOfPool {
  const clientId = readText(input, 'ClientId');
  for (const pool of pools()) {
    const client = pool.model.clients.find((candidate) => candidate.clientId === clientId);
    if (client !== undefined) return { pool, ...client };
  }
  throw new UserPoolFault('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
}

/** @throws UserPoolFault when the application has no such pool */
export function poolOfId(input: CallInput, { pools }: OperationContext): UserPool {
  const userPoolId = readText(input, 'UserPoolId');
  const pool = pools().find(({ model }) => model.userPoolId === userPoolId);
  if (pool !== undefined) return pool;
  throw new UserPoolFault('ResourceNotFoundException', `User pool ${userPoolId} does not exist.`);
}
