/**
 * A wrong use of the library, e.g. a null in a SQL comparison. AppSync reports it as an error of type `Code`
 * whose message is prefixed with the place of the call.
 */
export class LibraryFault extends Error {}
