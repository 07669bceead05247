// The root's rules, over the contenders too: their packages are there after `npm run bench`.
import root from '../eslint.config.js';

const ignores = ['**/node_modules/**', '**/dist/**', '**/*.js'];
const languageOptions = {
  parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
};

export default [
  { ignores },
  ...root
    .filter((config) => config.files?.[0]?.startsWith('{packages') === true)
    .map((config) => ({
      ...config,
      files: ['**/*.ts'],
      languageOptions: { ...config.languageOptions, ...languageOptions },
    })),
];
