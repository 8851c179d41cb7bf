import {
  Fault,
  InvalidOperation,
  NetworkFailure,
  RateLimited,
  Unauthenticated,
  Unavailable,
  type PosthouseError,
} from '../errors.js';

/** What a close code says (RFC 6455 §7.4.1, graphql-transport-ws). */
export function errorOfClose({ code, reason }: CloseEvent): PosthouseError {
  const text = `The socket was closed: ${code} ${reason}`.trim();
  switch (code) {
    case 4401:
    case 4403: // the door's word for a token or key that does not hold, or holds no longer
      return new Unauthenticated(text);
    case 4400:
    case 4406:
    case 4409:
    case 1009:
      return new InvalidOperation(text, { code: String(code) });
    case 4429:
      return new RateLimited(text);
    case 1013:
      return new Unavailable(text);
    case 4500:
    case 1011:
      return new Fault(text);
    default:
      return new NetworkFailure(text);
  }
}
