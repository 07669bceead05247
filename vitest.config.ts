import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['source'] };
const ssr = { resolve: { conditions: ['source'] } };
const exclude = ['**/node_modules/**', '**/dist/**', '**/cdk.out/**'];
const temporaryFolder = 'test/support/temporary-folder.ts';
const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          // It compares schemas with instanceof: both must come from the same copy of graphql.
          server: { deps: { inline: ['@graphql-inspector/core'] } },
          include: ['{packages,subgraphs,resolvers,infra,web,conformance}/**/*.test.{ts,tsx}'],
          exclude,
          globalSetup: [temporaryFolder],
          ...timeouts,
        },
      },
      {
        // One running reference application for all: each test makes what it needs in it.
        resolve,
        ssr,
        test: {
          name: 'application',
          include: ['test/{application,browser}/**/*.test.ts'],
          exclude,
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
