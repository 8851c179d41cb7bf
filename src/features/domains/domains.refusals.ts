import { Refusal } from '../../platform/refusal.js';

/** Mail may only come from a verified domain of its mail server or organization. */
export class DomainNotVerified extends Refusal {
  readonly kind = 'forbidden';
  constructor(readonly domain: string) {
    super(
      domain === ''
        ? 'The message names no sender domain'
        : `${domain} is not verified for sending from this mail server`,
    );
  }
}

/** Not a domain that anyone could send from. */
export class InvalidDomainName extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'name'];
}

/** This organization or mail server has the domain already. */
export class DomainExists extends Refusal {
  readonly kind = 'conflict';
  override readonly path = ['input', 'name'];
  constructor(readonly domain: string) {
    super(`${domain} has been added already`);
  }
}
