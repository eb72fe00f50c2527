import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Chinese words stand in i18n, synonyms, the catalogue and the demo's names, so that both languages stay whole. */
const han = '/\\p{Script=Han}/u';
const chineseElsewhere = [
  `Literal[value=${han}]`,
  `TemplateElement[value.raw=${han}]`,
  `SvelteText[value=${han}]`,
].map((selector) => ({ selector, message: 'Chinese text belongs in src/core/i18n.' }));

/** Chromium 109 (see vite.config.ts) has no copying array methods; what is newer than ES2023 does not compile. */
const tooNew = {
  selector: 'CallExpression > MemberExpression[property.name=/^to(Sorted|Reversed|Spliced)$/]',
  message: 'Chromium 109 lacks it: copy with [...list] first.',
};

export default ts.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      '.cache/',
      'static/',
      'test-results/',
      'node_modules/',
      '.dependency-cruiser.cjs',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  {
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
      },
    },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...chineseElsewhere, tooNew],
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: [
      'src/core/i18n/**',
      'src/core/import/synonyms*.ts',
      'src/core/indicators/prepare/hours-words.ts',
      'src/core/demo/names*.ts',
      'scripts/**',
      'tests/**',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['src/core/ambient.d.ts'], rules: { 'no-var': 'off' } },
);
