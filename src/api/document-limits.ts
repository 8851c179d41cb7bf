import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIMITS } from '../config/limits.js';

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const EMPTY: Size = { depth: 0, aliases: 0, directives: 0 };

/**
 * Says which limit a document crosses, before anything of it is validated or executed. Fragments
 * count as often as they are spread; a fragment that spreads itself counts once here and is refused
 * by validation.
 */
export function crossedLimit(document: DocumentNode): GraphQLError | null {
  const sizes = new Measure(document);
  for (const definition of document.definitions) {
    if (!('selectionSet' in definition)) continue;
    const { depth, aliases, directives } = sizes.of(definition.selectionSet);
    if (depth > LIMITS.queryDepth) return tooBig('depth', LIMITS.queryDepth);
    if (aliases > LIMITS.queryAliases) return tooBig('number of aliases', LIMITS.queryAliases);
    if (directives > LIMITS.queryDirectives) {
      return tooBig('number of directives', LIMITS.queryDirectives);
    }
  }
  return null;
}

export function tooBig(what: string, limit: number): GraphQLError {
  return new GraphQLError(`The ${what} of this operation is over ${limit}`, {
    extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400, spec: true } },
  });
}

class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Size>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.fragments.set(definition.name.value, definition);
      }
    }
  }

  of(selections: SelectionSetNode): Size {
    let { depth, aliases, directives } = EMPTY;
    for (const selection of selections.selections) {
      const isField = selection.kind === Kind.FIELD;
      const inner = this.inside(selection);
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return { depth, aliases, directives };
  }

  private inside(selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value);
    return selection.selectionSet ? this.of(selection.selectionSet) : EMPTY;
  }

  private ofFragment(name: string): Size {
    const known = this.known.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return EMPTY;
    this.known.set(name, EMPTY); // a cycle ends here
    const size = this.of(fragment.selectionSet);
    this.known.set(name, size);
    return size;
  }
}
