/** Exit codes of every command. */
export const EXIT_GOOD = 0;
/** What the user wrote is at fault: a schema, a resolver, an operation. */
export const EXIT_BAD_INPUT = 1;
/** The call itself is at fault: an option, a missing folder, a port that is taken. */
export const EXIT_BAD_CALL = 2;
/** Our bug (EX_SOFTWARE of sysexits.h). */
export const EXIT_OUR_BUG = 70;
