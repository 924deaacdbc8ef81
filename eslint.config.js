const tseslint = require('typescript-eslint');
const officeAddins = require('eslint-plugin-office-addins');
const reactHooks = require('eslint-plugin-react-hooks');
const boundaries = require('eslint-plugin-boundaries');

/** The rooms of src/ and what each may import (imports only point down the house). */
const mayImport = {
  planning: [],
  i18n: [],
  sheets: ['planning', 'i18n'],
  excel: ['sheets', 'planning', 'i18n'],
  app: ['excel', 'sheets', 'planning', 'i18n'],
  worker: ['planning'],
  functions: ['planning', 'i18n'],
  commands: ['app', 'worker', 'i18n'],
  taskpane: ['app', 'worker', 'i18n', 'functions', 'commands'],
  host: [],
  cli: ['app', 'excel', 'sheets', 'planning', 'functions', 'worker', 'i18n', 'host'],
};

module.exports = tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', 'coverage', 'assets'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
      'boundaries/elements': Object.keys(mayImport).map((type) => ({ type, pattern: `src/${type}`, mode: 'folder' })),
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          rules: Object.entries(mayImport).map(([from, allow]) => ({ from, allow: [from, ...allow] })),
        },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/excel/**', 'src/host/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Excel', message: 'Only src/excel speaks to Excel.' }],
    },
  },
  {
    files: ['src/planning/**/*.ts', 'src/sheets/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Excel',
          'Office',
          'window',
          'document',
          'fetch',
          'process',
          'localStorage',
          'performance',
          'setTimeout',
        ].map((name) => ({ name, message: 'planning/ and sheets/ are pure.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is handed in.' },
        { object: 'Math', property: 'random', message: 'The random generator is handed in, seeded.' },
      ],
    },
  },
  {
    files: ['src/{excel,app,taskpane,commands,functions}/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
);
