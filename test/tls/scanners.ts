import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../interop/program.js';
import type { TlsEntrance } from '../support/handshake.js';

const PATIENCE_MS = 600_000;
const SOUND_SUITES = [
  /^TLSv1\.3 TLS_(?:AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)$/,
  /^TLSv1\.2 ECDHE-(?:RSA|ECDSA)-(?:AES128-GCM-SHA256|AES256-GCM-SHA384|CHACHA20-POLY1305)$/,
];

/** What sslscan sees that must not be: versions, suites, compression, and Heartbleed. */
export async function sslscan({ host, port, begins }: TlsEntrance): Promise<string[]> {
  const starttls = begins === 'starttls' ? ['--starttls-smtp'] : [];
  const args = [...starttls, '--no-colour', '--xml=-', `${host}:${port}`];
  const { stdout } = await run('sslscan', args, '', PATIENCE_MS);
  const versions = elements(stdout, 'protocol')
    .filter(({ enabled }) => enabled === '1')
    .map(({ type, version }) => `${String(type).toUpperCase()}v${String(version)}`);
  const suites = elements(stdout, 'cipher').map(
    ({ sslversion, cipher }) => `${String(sslversion)} ${String(cipher)}`,
  );
  if (versions.length === 0 || suites.length === 0)
    throw new Error(`sslscan saw no TLS: ${stdout}`);
  const isSet = (name: string, attribute: string) =>
    elements(stdout, name).some((one) => one[attribute] === '1');
  return [
    ...versions.filter((one) => !/^TLSv1\.[23]$/.test(one)).map((one) => `${one} is spoken`),
    ...suites.filter((one) => !SOUND_SUITES.some((sound) => sound.test(one))),
    ...(isSet('compression', 'supported') ? ['compression'] : []),
    ...(isSet('heartbleed', 'vulnerable') ? ['Heartbleed'] : []),
  ];
}

interface Trust {
  /** What the certificate is for. */
  readonly name: string;
  /** File of the authority that is to be trusted. */
  readonly authority: string;
  readonly folder: string;
  /** Options of its scan. */
  readonly parts?: readonly string[];
}

/** What testssl.sh calls a finding of medium or more weight. */
export async function testssl(
  { host, port, begins }: TlsEntrance,
  { name, authority, folder, parts = PARTS }: Trust,
): Promise<string[]> {
  const file = join(folder, 'findings.json');
  rmSync(file, { force: true });
  const args = [
    ...['--quiet', '--color', '0', '--warnings', 'off', '--nodns', 'none', '--ip', host],
    ...['--add-ca', authority, '--jsonfile', file],
    ...(begins === 'starttls' ? ['--starttls', 'smtp'] : []),
    ...parts,
    `${name}:${port}`,
  ];
  const { stdout } = await run('testssl', args, '', PATIENCE_MS);
  const findings = JSON.parse(readFileSync(file, 'utf8')) as Finding[]; // as its manual describes it
  if (!findings.some(({ id }) => id === 'TLS1_2')) throw new Error(`testssl saw no TLS: ${stdout}`);
  return findings
    .filter(({ id, severity }) => WEIGHTY.has(severity) && !ABOUT_ITSELF.includes(id))
    .map(({ id, severity, finding }) => `${id} ${severity}: ${finding}`);
}

/** All that it gives a weight to; what it says of HTTP and of known clients has none. */
const PARTS = ['-p', '-s', '-f', '-P', '-S', '-U'];
/** It cannot try ciphers of GOST, nor tickets where it waits for HTTP: warnings about itself, without a weight. */
const ABOUT_ITSELF = ['engine_problem', 'sessionresumption_ticket'];
const WEIGHTY = new Set(['MEDIUM', 'HIGH', 'CRITICAL', 'FATAL', 'WARN']);

interface Finding {
  readonly id: string;
  readonly severity: string;
  readonly finding: string;
}

/** The attributes of every element of this name. */
function elements(xml: string, name: string): Record<string, string | undefined>[] {
  return [...xml.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value]) => [key, value]),
    ),
  );
}
