/** One local user pool: who is in it, and which sign-ins are under way. */
import { createHash } from 'node:crypto';
import type { UserPoolModel } from '../model/app-model.ts';
import type { OneTimeStore } from './one-time-store.ts';
import { createOneTimeStore } from './one-time-store.ts';
import type { SrpChallenge } from './srp/srp-challenge.ts';
import type { PoolContents, RefreshSession, User } from './user.ts';
import { UserPoolFault } from './user-pool-fault.ts';

/** Sign-ins that wait for the client; our choice. */
const MAX_OPEN_CHALLENGES = 1_000;

export interface UserPool {
  readonly model: UserPoolModel;
  /** The same users under changed settings. */
  withModel(model: UserPoolModel): UserPool;
  /** @param name - username, or an attribute that users sign in with @throws UserPoolFault when there is none */
  user(name: string): User;
  hasUser(name: string): boolean;
  users(): readonly User[];
  /** Adds a user, or replaces the one of that username. */
  save(user: User): void;
  /** With all sessions. */
  remove(user: User): void;
  /** Open challenges by their secret block. */
  readonly challenges: OneTimeStore<SrpChallenge>;
  /** Usernames that have to choose a password, by the session of the challenge. */
  readonly passwordChanges: OneTimeStore<string>;
  addSession(refreshToken: string, session: RefreshSession): void;
  session(refreshToken: string): RefreshSession | undefined;
  endSession(refreshToken: string): void;
  endSessionsOf(user: User): void;
}

/** @param onChange - called after every change of what outlives the process */
export function createUserPool(model: UserPoolModel, contents: PoolContents, onChange: () => void): UserPool {
  const challenges = createOneTimeStore<SrpChallenge>(MAX_OPEN_CHALLENGES);
  const passwordChanges = createOneTimeStore<string>(MAX_OPEN_CHALLENGES);
  const { users, sessions } = contents;

  function endSessionsOf({ username }: User): void {
    for (const [token, session] of sessions) {
      if (session.username === username) sessions.delete(token);
    }
    onChange();
  }

  function withModel(current: UserPoolModel): UserPool {
    function find(name: string): User | undefined {
      const byName = users.get(name);
      if (byName !== undefined) return byName;
      return [...users.values()].find(({ attributes }) =>
        current.usernameAttributes.some((attribute) => attributes[attribute] === name),
      );
    }

    return {
      model: current,
      withModel,
      challenges,
      passwordChanges,
      users: () => [...users.values()],
      hasUser: (name) => find(name) !== undefined,
      user(name) {
        const user = find(name);
        if (user === undefined) throw new UserPoolFault('UserNotFoundException', 'User does not exist.');
        return user;
      },
      save(user) {
        users.set(user.username, user);
        onChange();
      },
      remove(user) {
        users.delete(user.username);
        endSessionsOf(user);
      },
      addSession(refreshToken, session) {
        sessions.set(digest(refreshToken), session);
        onChange();
      },
      session: (refreshToken) => sessions.get(digest(refreshToken)),
      endSession(refreshToken) {
        if (sessions.delete(digest(refreshToken))) onChange();
      },
      endSessionsOf,
    };
  }

  return withModel(model);
}

/** The part of a pool's id that passwords are bound to. */
export function poolNameOf({ userPoolId }: UserPoolModel): string {
  return userPoolId.slice(userPoolId.indexOf('_') + 1);
}

function digest(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('base64url');
}
