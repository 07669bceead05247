import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Vitest's own choice leaves one core to itself: on a machine of two, one file after the other. */
const maxWorkers = Math.max(2, availableParallelism() - 1);
const resolve = { conditions: ['source'] };
const ssr = { resolve: { conditions: ['source'] } };
const exclude = ['**/node_modules/**', '**/dist/**', '**/cdk.out/**'];
const temporaryFolder = 'test/support/temporary-folder.ts';
const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          // Files share their workers, and so what they import: loading it anew for each took half of the time. What
          // a file changes outside of itself, such as environment variables, it puts back.
          isolate: false,
          // It compares schemas with instanceof: both must come from the same copy of graphql.
          server: { deps: { inline: ['@graphql-inspector/core'] } },
          include: ['{packages,subgraphs,resolvers,infra,web,conformance}/**/*.test.{ts,tsx}'],
          exclude,
          globalSetup: [temporaryFolder],
          ...timeouts,
        },
      },
      {
        // One running reference application for all: each test makes what it needs in it. One file after the other,
        // since some end its functions or look at the requests of all.
        resolve,
        ssr,
        test: {
          name: 'application',
          include: ['test/{application,browser}/**/*.test.ts'],
          exclude,
          fileParallelism: false,
          globalSetup: [temporaryFolder, 'test/support/application.ts'],
          ...timeouts,
        },
      },
      {
        // Published clients against one running application with every authorization mode.
        resolve,
        ssr,
        test: {
          name: 'clients',
          include: ['test/clients/**/*.test.ts'],
          exclude,
          fileParallelism: false,
          globalSetup: [temporaryFolder, 'test/clients/notes-setup.ts'],
          ...timeouts,
        },
      },
      {
        // Processes started, edited under their feet and killed: one file after the other.
        resolve,
        ssr,
        test: {
          name: 'process',
          include: ['test/{process,fuzz,differential}/**/*.test.ts'],
          exclude,
          fileParallelism: false,
          globalSetup: [temporaryFolder],
          ...timeouts,
        },
      },
    ],
  },
});
