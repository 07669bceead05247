/** The suites over HTTP, by the resolvers that AppSync would run. */
import { describeSuites } from './src/describe-suites.ts';

describeSuites('appsync');
