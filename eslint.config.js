// Lint for two languages: TypeScript (strict, typed) and APPSYNC_JS (AWS's own plugin, over hand-written and emitted code).
import appsync from '@aws-appsync/eslint-plugin';
import tseslint from 'typescript-eslint';

const typed = tseslint.configs.recommendedTypeChecked.map((config) => ({
  ...config,
  files: ['{packages,subgraphs,infra,conformance,test,web,bench}/**/*.{ts,tsx}'],
}));

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/cdk.out/**',
      '**/generated/**',
      '**/*.d.ts',
      'web/vite.config.ts',
      // Imports packages that only `npm run bench` installs; bench/eslint.config.js checks it.
      'bench/contenders/**',
      'bench/eslint.config.js',
    ],
  },
  ...typed,
  {
    files: ['{packages,subgraphs,infra,conformance,test,bench}/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: './web/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['{packages,subgraphs,infra,conformance,test,web,bench}/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      // graphql-js has string enums; comparing them with literals is what its own documentation does.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Functions in this code base do not use `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Vitest's matchers are typed `any`; answers of servers are compared, not computed with.
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/max-params': 'off',
    },
  },
  {
    // APPSYNC_JS by hand: AWS's rules need the types of resolvers/tsconfig.json.
    ...appsync.configs.recommended,
    files: ['resolvers/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './resolvers/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    // APPSYNC_JS as emitted: scripts/lint.js writes it there first.
    ...appsync.configs.recommended,
    files: ['.tributary/emitted/**/*.js'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './.tributary/emitted/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
);
