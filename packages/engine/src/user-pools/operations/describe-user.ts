import type { User } from '../user.ts';

/** `UserType` of an answer: attributes are under the name that the operation gives them. */
export function describeUser(user: User, attributesName: string): Readonly<Record<string, unknown>> {
  const attributes = Object.entries({ ...user.attributes, sub: user.sub });
  return {
    Username: user.username,
    [attributesName]: attributes.map(([Name, Value]) => ({ Name, Value })),
    Enabled: true,
    UserStatus: user.status,
  };
}
