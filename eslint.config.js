import tseslint from 'typescript-eslint';

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/config/config.ts reads process.env; take a setting from Config.',
};

/** Four parameters, six dependencies of a class; then an object, or two classes. */
const tooManyParameters = [
  ':not(MethodDefinition[kind="constructor"]) > FunctionExpression[params.length>4]',
  'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
  'ArrowFunctionExpression[params.length>4]',
  'FunctionDeclaration[params.length>4]',
].map((selector) => ({ selector, message: 'Too many parameters: take an object.' }));

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'data/',
      'coverage/',
      'test/gql/',
      'client/src/generated/',
      '**/node_modules/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', 400],
      'max-depth': ['error', 4],
      complexity: ['error', 12],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        noEnvironment,
        ...tooManyParameters,
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allow: [{ from: 'lib', name: 'URL' }] },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      'no-console': 'error',
    },
  },
  {
    files: [
      'src/config/config.ts',
      'src/platform/failpoint/armed.ts',
      'test/**/*.ts',
      'scripts/**/*.ts',
      'codegen.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
