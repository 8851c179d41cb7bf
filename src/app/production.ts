/**
 * Imported before everything else: libraries look at NODE_ENV when they are loaded. graphql-js takes
 * twice as long to read variables anywhere but in production.
 */
// eslint-disable-next-line no-restricted-syntax -- it is set, not read: no setting of ours
process.env['NODE_ENV'] ??= 'production';

export {};
