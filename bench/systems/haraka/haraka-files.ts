import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface HarakaFiles {
  /** The folder of its package. */
  readonly home: string;
  readonly port: number;
  readonly sinkPort: number;
}

/**
 * A relay with the disk queue, a process per core, and one plugin alone: it lets us relay, and answers what
 * Haraka would ask DNS.
 */
export function writeHarakaFiles(folder: string, { home, port, sinkPort }: HarakaFiles): void {
  for (const name of ['config', 'plugins', 'queue']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const files: Readonly<Record<string, string>> = {
    'config/me': 'haraka.example\n',
    'config/smtp.ini': `listen=127.0.0.1:${port}\nnodes=cpus\n`,
    'config/plugins': 'bench\n',
    'config/log.ini': '[main]\nlevel=crit\nformat=default\n',
    'config/outbound.ini': 'enable_tls=false\nlocal_mx_ok=true\ninet_prefer=v4\n',
    'plugins/bench.js': pluginFor(sinkPort),
  };
  const defaults = 'config/connection.ini'; // without this one it does not run
  copyFileSync(join(home, defaults), join(folder, defaults));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function pluginFor(sinkPort: number): string {
  return `exports.hook_lookup_rdns = (next) => next(OK, 'app.example');
exports.hook_connect = (next, connection) => {
  connection.relaying = true;
  next();
};
exports.hook_get_mx = (next) => {
  next(OK, { priority: 0, exchange: '127.0.0.1', port: ${sinkPort} });
};
`;
}
