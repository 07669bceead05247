/** The suites over HTTP, by native resolvers. */
import { describeSuites } from './src/describe-suites.ts';

describeSuites('native');
