import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents from the printed schema: for the tests, and for every client that wants them. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['test/**/*.ts', '!test/gql/**'],
  ignoreNoDocuments: true,
  importExtension: '.js',
  generates: {
    'test/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: {
          BigInt: 'string',
          Cursor: 'string',
          DateTime: 'string',
          Duration: 'string',
          EmailAddress: 'string',
          JSON: 'unknown',
          Url: 'string',
        },
      },
    },
  },
};

export default config;
