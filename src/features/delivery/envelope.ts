import type { Config } from '../../config/config.js';
import { encodeVerp, VERP_MAC_BYTES, VERP_PURPOSE } from '../../mail/verp.js';
import { encodeXtext } from '../../mail/xtext.js';
import type { Secrets } from '../../platform/secrets.js';
import type { DsnParameters } from '../../platform/smtp-client/transaction.js';
import type { Work } from './work.js';

/**
 * The return path: `base32(delivery id, MAC)@host`, so that a bounce names its delivery and cannot be
 * made up. The host is under the sender domain where its return-path record is right, else ours. Mail
 * with the null sender keeps it.
 */
export class ReturnPaths {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Pick<Config, 'RETURN_PATH_DOMAIN'>,
  ) {}

  for(work: Work, host: string | null): string {
    if (work.message.mailFrom === '') return '';
    const id = Buffer.alloc(8);
    id.writeBigUInt64BE(work.id);
    const mac = this.secrets.mac(VERP_PURPOSE, id).subarray(0, VERP_MAC_BYTES);
    return `${encodeVerp(work.id, mac)}@${host ?? this.config.RETURN_PATH_DOMAIN}`;
  }
}

/** What the submitter asked for (RFC 3461), as the next hop is to be told. */
export function dsnParameters({ notify, orcpt, message }: Work): DsnParameters {
  return {
    ...(message.ret ? { ret: message.ret } : {}),
    ...(message.envid ? { envid: encodeXtext(message.envid) } : {}),
    ...(notify && notify.length > 0 ? { notify: notify.join(',') } : {}),
    ...(orcpt ? { orcpt: encodeOrcpt(orcpt) } : {}),
  };
}

function encodeOrcpt(orcpt: string): string {
  const semicolon = orcpt.indexOf(';');
  return `${orcpt.slice(0, semicolon)};${encodeXtext(orcpt.slice(semicolon + 1))}`;
}
