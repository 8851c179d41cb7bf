import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, type DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from '../config/limits.js';
import { crossedLimit, tooBig } from './document-limits.js';
import { unauthenticated } from './errors.js';
import type { Transported } from './exchange.js';
import { withoutSuggestions } from './masking.js';

/** Refuses a document that is too big before any of it runs, on every transport; cost-plugin.ts looks at what it costs. */
export function useLimits(): Plugin<Transported> {
  return {
    onParse({ params: { source }, setParseFn }) {
      if (String(source).length > LIMITS.queryCharacters) {
        throw tooBig('number of characters', LIMITS.queryCharacters);
      }
      setParseFn((text: Parameters<typeof parse>[0]) => parsed(text));
      return ({ result, replaceParseResult }) => {
        const crossed =
          result && !(result instanceof Error) ? crossedLimit(asDocument(result)) : null;
        if (crossed) replaceParseResult(crossed);
      };
    },
    onValidate({ addValidationRule, context }) {
      const { isSignedIn } = context.exchange.asker.caller;
      if (!isSignedIn) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ result, setResult }) => {
        setResult(spoken(result as readonly GraphQLError[], isSignedIn)); // graphql-js gives these
      };
    },
  };
}

/** Lists and objects inside each other are read by functions inside each other. */
function parsed(text: Parameters<typeof parse>[0]): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.queryTokens, noLocation: false });
  } catch (error) {
    if (error instanceof RangeError) throw tooBig('depth', LIMITS.queryDepth);
    throw error instanceof GraphQLError ? unsuggesting(error) : error;
  }
}

/** Validation says too much to strangers: other names of the schema, and each place of an introspection. */
function spoken(errors: readonly GraphQLError[], isSignedIn: boolean): GraphQLError[] {
  const asksForSchema =
    !isSignedIn && errors.some(({ message }) => message.includes('introspection'));
  if (asksForSchema) return [unauthenticated('Sign in to read the schema')];
  return errors.map(unsuggesting);
}

function unsuggesting(error: GraphQLError): GraphQLError {
  const { nodes, source, positions, extensions } = error;
  const message = withoutSuggestions(error.message);
  if (message === error.message) return error;
  return new GraphQLError(message, { nodes, source, positions, extensions });
}

function asDocument(parsed: unknown): DocumentNode {
  return parsed as DocumentNode; // what graphql-js' parse made
}
