/** For the end of a help text; the codes themselves are in exit-codes.ts. */
export const EXIT_CODES_HELP = `
Exit codes: 0 good, 1 the input is bad, 2 the call is bad, 70 a bug of Tributary.`;
