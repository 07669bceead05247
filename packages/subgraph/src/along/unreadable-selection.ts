/** Thrown by the reader of selections for text that it does not know; whoever asked does without. */
export class UnreadableSelection extends Error {}
