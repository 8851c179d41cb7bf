import { GraphQLError } from 'graphql';
import type { Caller } from '../features/accounts/caller.js';
import type { DocumentService } from '../features/documents/documents.service.js';
import { parseDocumentId } from './document-id.js';

/** An operation as a client sends it: its document, or the id of one that is kept here. */
export interface AskedDocument {
  readonly query?: unknown;
  readonly documentId?: unknown;
}

/**
 * The document of a request (GraphQL over HTTP, appendix *Persisted Documents*): null when it names none
 * and brings its own. A caller who is limited to kept documents may not bring any.
 */
export async function keptDocument(
  documents: Pick<DocumentService, 'textOf'>,
  caller: Caller,
  { query, documentId }: AskedDocument,
): Promise<string | null> {
  if (documentId == null) {
    if (!caller.isLimitedToDocuments) return null;
    throw refusal(
      'PERSISTED_DOCUMENT_REQUIRED',
      'This token may run persisted documents only',
      403,
    );
  }
  const hash = typeof documentId === 'string' ? parseDocumentId(documentId) : null;
  if (hash === null) throw refusal('BAD_REQUEST', 'documentId must be sha256:… in 64 hex digits');
  if (query != null && query !== '') {
    throw refusal('BAD_REQUEST', 'Give query or documentId, not both');
  }
  const text = await documents.textOf(caller, hash);
  if (text === null) throw refusal('PERSISTED_DOCUMENT_NOT_FOUND', 'No such persisted document');
  return text;
}

function refusal(code: string, reason: string, status = 400): GraphQLError {
  return new GraphQLError(reason, { extensions: { code, http: { status, spec: true } } });
}
