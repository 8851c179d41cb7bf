import type { ServerResponse } from 'node:http';

export interface PlainPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  readonly requestId: string;
  /** Where the page leads at once. */
  readonly next?: string | null;
}

/** A page for people where there is no application yet: text alone, that no other site can put anything into. */
export function sendPage(response: ServerResponse, page: PlainPage): void {
  response.writeHead(page.status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
  });
  response.end(htmlOf(page));
}

function htmlOf({ title, text, requestId, next }: PlainPage): string {
  const link = next == null ? '' : `<p><a href="${escaped(next)}">Go on</a></p>\n`;
  const leads =
    next == null ? '' : `<meta http-equiv="refresh" content="0;url=${escaped(next)}">\n`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(title)}</title>
${leads}<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${link}<p><small>Request ${escaped(requestId)}</small></p>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
