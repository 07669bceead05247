/** Makes a switch over what the compiler emits exhaustive. @param what - names the kind of value in the message */
export function assertNever(value: never, what: string): never {
  throw new Error(`unexpected ${what} ${JSON.stringify(value)}`);
}
