import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PostfixFiles {
  readonly config: string;
  readonly port: number;
  readonly sinkPort: number;
  /** A signing milter's socket, or none. */
  readonly milter: string | null;
}

/** Services that mail over SMTP passes through; type, private, unprivileged, chroot, wakeup, most processes, command. */
const SERVICES = [
  'cleanup   unix  n - n - 0   cleanup',
  'qmgr      unix  n - n 300 1 qmgr',
  'rewrite   unix  - - n - -   trivial-rewrite',
  'bounce    unix  - - n - 0   bounce',
  'defer     unix  - - n - 0   bounce',
  'trace     unix  - - n - 0   bounce',
  'verify    unix  - - n - 1   verify',
  'flush     unix  n - n 1000? 0 flush',
  'proxymap  unix  - - n - -   proxymap',
  'smtp      unix  - - n - -   smtp',
  'error     unix  - - n - -   error',
  'retry     unix  - - n - -   error',
  'anvil     unix  - - n - 1   anvil',
  'scache    unix  - - n - 1   scache',
];

/**
 * Configuration of an instance of its own: default durability, and what an expert changes for throughput
 * to one destination: more deliveries at once, cached connections, no slowing down of input, a flatter queue
 * folder, no lookups of clients' names.
 */
export function writePostfixFiles(folder: string, files: PostfixFiles): void {
  const { config, port, sinkPort, milter } = files;
  mkdirSync(config, { recursive: true });
  mkdirSync(join(folder, 'queue'), { recursive: true }); // `postfix check` makes the rest, with its owners
  const settings: Readonly<Record<string, string>> = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    myhostname: 'postfix.example',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    mydestination: '',
    alias_maps: '',
    alias_database: '',
    local_transport: 'error:nobody lives here',
    relayhost: `[127.0.0.1]:${sinkPort}`,
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtpd_peername_lookup: 'no',
    default_destination_concurrency_limit: '20',
    initial_destination_concurrency: '20',
    smtp_connection_cache_destinations: `[127.0.0.1]:${sinkPort}`,
    in_flow_delay: '0',
    hash_queue_depth: '1',
    ...(milter === null ? {} : milterSettings(milter)),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(config, 'main.cf'), `${lines.join('\n')}\n`);
  const smtpd = `127.0.0.1:${port} inet n - n - - smtpd`;
  writeFileSync(join(config, 'master.cf'), `${[smtpd, ...SERVICES].join('\n')}\n`);
}

/** Without its signature nothing shall pass. */
function milterSettings(socket: string): Record<string, string> {
  return {
    smtpd_milters: `unix:${socket}`,
    milter_protocol: '6',
    milter_default_action: 'tempfail',
  };
}
