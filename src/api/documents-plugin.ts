import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { ApiServices } from './context.js';
import type { Transported } from './exchange.js';
import { keptDocument, type AskedDocument } from './kept-documents.js';

/** Over HTTP, `documentId` in the body or the URL stands for the document that it names. */
export function useKeptDocuments({
  documents,
}: Pick<ApiServices, 'documents'>): Plugin<object, Transported> {
  return {
    onRequestParse: ({ request, url }) => ({
      onRequestParseDone: ({ requestParserResult, setRequestParserResult }) => {
        const documentId = url.searchParams.get('documentId');
        if (request.method !== 'GET' || documentId === null) return;
        setRequestParserResult(Object.assign({}, requestParserResult, { documentId }));
      },
    }),
    async onParams({ params, setParams, context }) {
      const { documentId, ...asked } = params as GraphQLParams & AskedDocument; // not checked yet
      const { caller } = context.exchange.asker;
      const text = await keptDocument(documents, caller, { query: asked.query, documentId });
      if (text !== null) setParams({ ...asked, query: text });
    },
  };
}
