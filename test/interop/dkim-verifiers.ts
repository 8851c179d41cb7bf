import { Resolver } from 'node:dns/promises';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { run } from './program.js';

export interface SignatureVerdict {
  readonly algorithm: string;
  readonly domain: string;
  readonly selector: string;
  /** `pass`, or how it failed. */
  readonly result: string;
  readonly detail?: string;
}

/** A verifier that is none of ours and asks the DNS itself: for each mail, a verdict on each signature. */
export type Verifier = (
  mails: readonly Buffer[],
  dns: { readonly host: string; readonly port: number },
) => Promise<SignatureVerdict[][]>;

export const VERIFIERS = {
  mailauth,
  dkimpy: (mails, dns) => script('python3', 'verify-dkim.py', { mails, dns }),
  'Mail::DKIM': (mails, dns) => script('perl', 'verify-dkim.pl', { mails, dns }),
} satisfies Record<string, Verifier>;

async function mailauth(
  mails: readonly Buffer[],
  { host, port }: Parameters<Verifier>[1],
): Promise<SignatureVerdict[][]> {
  const dns = new Resolver();
  dns.setServers([`${host}:${port}`]);
  const resolver = (name: string) => dns.resolveTxt(name);
  return Promise.all(
    mails.map(async (mail) => {
      const { results } = await dkimVerify(mail, { resolver });
      return results.map(({ algo, signingDomain, selector, status }) => ({
        algorithm: String(algo),
        domain: String(signingDomain),
        selector: String(selector),
        result: status.result,
        detail: status.comment || undefined,
      }));
    }),
  );
}

async function script(
  interpreter: string,
  file: string,
  { mails, dns }: { mails: readonly Buffer[]; dns: { host: string; port: number } },
): Promise<SignatureVerdict[][]> {
  const { host, port } = dns;
  const job = { dns: { host, port }, mails: mails.map((mail) => mail.toString('base64')) };
  const { status, stdout, stderr } = await run(
    interpreter,
    [join(__dirname, file)],
    JSON.stringify(job),
  );
  if (status !== 0) throw new Error(`${file} failed: ${stderr}`);
  return JSON.parse(stdout) as SignatureVerdict[][];
}
