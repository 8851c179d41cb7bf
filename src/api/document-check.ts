import { GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import { LIMITS } from '../config/limits.js';
import { crossedLimit } from './document-limits.js';

/** Why this API would not run a document; null when it would. Its cost depends on variables and is not looked at. */
export function problemWith(text: string, schema: GraphQLSchema): string | null {
  try {
    const document = parse(text, { maxTokens: LIMITS.queryTokens });
    const [problem = null] = [crossedLimit(document), ...validate(schema, document)].filter(
      (one) => one !== null,
    );
    return problem?.message ?? null;
  } catch (error) {
    if (error instanceof GraphQLError || error instanceof RangeError) return error.message;
    throw error;
  }
}
