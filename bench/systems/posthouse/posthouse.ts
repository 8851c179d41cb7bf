import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLog } from '../../../src/platform/log.js';
import { borrowedServices } from '../../../src/app/services/services.js';
import { LoopbackDns } from '../../../src/demo/loopback-dns.js';
import { BenchError } from '../../bench-error.js';
import { freePort } from '../../machine/free-port.js';
import { mainThreadSeconds, usageOf } from '../../machine/processes.js';
import { Program } from '../../machine/program.js';
import { RECIPIENT_DOMAIN, TIMED_DOMAIN, TIMED_HOST } from '../../tools/letters.js';
import type { Work } from '../../works.js';
import type { System } from '../system.js';
import { summarizeProfiles } from './cpu-profiles.js';
import { durabilityOf } from './durability.js';
import { overDatabase } from './own-database.js';
import { makeTenant, type Tenant } from './tenant.js';

export interface PosthouseOptions {
  readonly folder: string;
  /** The built command line. */
  readonly main: string;
  readonly port: number;
  readonly sinkPort: number;
  /** Where CPU profiles go, or none. */
  readonly profiles: string | null;
  readonly tell: (line: string) => void;
  /** Beside those of every bench, by the names of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Where its GraphQL API is, and who may use it. */
export interface Api extends Tenant {
  readonly endpoint: string;
}

const RECEIVERS = [
  [RECIPIENT_DOMAIN, '127.0.0.1'],
  [TIMED_DOMAIN, TIMED_HOST],
] as const;
/** The API is charged for and limited as ever, at a level that one client cannot reach. */
const NOBODY_WAITS_FOR_POINTS = {
  POSTHOUSE_API_POINTS: '1000000000',
  POSTHOUSE_API_POINTS_PER_SECOND: '100000000',
};
const START_MS = 120_000;
const STOP_MS = 130_000;

/**
 * Posthouse as `npm start` runs it: the built program, its supervisor, its private MariaDB and Redis, every
 * role. Settings are the defaults, but for addresses, the bench's DNS, the points of the API and a quiet log.
 */
export class Posthouse implements System {
  private supervisor: Program | null = null;
  private dns: LoopbackDns | null = null;
  private stopping: Promise<void> | null = null;
  private openApi: Api | null = null;

  constructor(
    readonly name: 'posthouse' | 'baseline',
    private readonly options: PosthouseOptions,
  ) {}

  get port(): number {
    return this.options.port;
  }

  /** Where mail for whoever notes the time is delivered to. */
  get timedPort(): number {
    return this.options.sinkPort;
  }

  get roots(): readonly number[] {
    return this.supervisor ? [this.supervisor.pid] : [];
  }

  get api(): Api {
    if (!this.openApi) throw new BenchError('Posthouse has not started');
    return this.openApi;
  }

  get databaseUrl(): string {
    const { folder: dataDir } = this.options;
    return borrowedServices({}, { dataDir, log: createLog({ level: 'silent' }) }).databaseUrl;
  }

  async start(): Promise<void> {
    const { folder, tell } = this.options;
    this.dns = await LoopbackDns.start();
    for (const [domain, host] of RECEIVERS) {
      this.dns
        .zone(domain)
        .set(domain, 'MX', { exchange: `mx.${domain}`, preference: 10 })
        .set(`mx.${domain}`, 'A', host);
    }
    const http = await freePort();
    await this.supervise(this.dns, http);
    const text = readFileSync(join(folder, 'first-sign-in.txt'), 'utf8');
    const setupSecret = /^setup secret: (.+)$/m.exec(text)?.[1] ?? '';
    const endpoint = `http://127.0.0.1:${http}/graphql`;
    const tenant = await makeTenant({ endpoint, setupSecret, dns: this.dns });
    this.openApi = { endpoint, ...tenant };
    tell(`durability of Posthouse: ${await durabilityOf(this.databaseUrl)}`);
  }

  signaturesOf({ isSigned }: Work): number {
    return isSigned ? 2 : 0;
  }

  /** However often it is asked for. */
  stop(): Promise<void> {
    return (this.stopping ??= this.end());
  }

  private async end(): Promise<void> {
    const { profiles, tell } = this.options;
    const names = this.processNames();
    const processes = [...names];
    const seconds = new Map(processes.map(([pid, name]) => [name, usageOf([pid]).cpuSeconds]));
    const mainSeconds = new Map(processes.map(([pid, name]) => [name, mainThreadSeconds(pid)]));
    const messages = profiles === null ? 0 : await this.countMessages();
    await this.supervisor?.stop(STOP_MS);
    await this.dns?.stop();
    if (profiles === null) return;
    const summary = summarizeProfiles(profiles, { names, seconds, mainSeconds, messages });
    tell(`CPU profiles are in ${profiles}\n${summary}`);
  }

  private async countMessages(): Promise<number> {
    const [row] = await overDatabase(this.databaseUrl, (sql) =>
      sql.query<{ n: bigint }[]>('SELECT COUNT(*) AS n FROM messages'),
    );
    return Number(row?.n);
  }

  /** The process that answers the API, alone without the others. */
  get apiPid(): number {
    return this.pidOf('api');
  }

  /** The first process of a role. */
  pidOf(role: 'api' | 'worker'): number {
    const found = [...this.processNames()].find(([, name]) => name.startsWith(role));
    if (!found) throw new BenchError(`Posthouse has no process for ${role}`);
    return found[0];
  }

  /** Such as `worker-1`, by process id. */
  private processNames(): Map<number, string> {
    const run = join(this.options.folder, 'run');
    const records = existsSync(run)
      ? readdirSync(run).filter((file) => file.endsWith('.json'))
      : [];
    return new Map(
      records.map((file) => {
        const record = readFileSync(join(run, file), 'utf8');
        const { pid } = JSON.parse(record) as { pid: number }; // the supervisor writes it in this shape
        return [pid, basename(file, '.json')];
      }),
    );
  }

  private async supervise(dns: LoopbackDns, http: number): Promise<void> {
    const { folder, main, port, sinkPort, profiles } = this.options;
    const ops = await freePort();
    this.supervisor = await Program.start({
      command: process.execPath,
      args: [
        ...(profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`]),
        main,
        'serve',
      ],
      logFile: join(folder, 'posthouse.log'),
      environment: {
        POSTHOUSE_DATA_DIR: folder,
        POSTHOUSE_HTTP_LISTEN: `127.0.0.1:${http}`,
        POSTHOUSE_OPS_LISTEN: `127.0.0.1:${ops}`,
        POSTHOUSE_SMTP_LISTEN: `127.0.0.1:${port}`,
        POSTHOUSE_SUBMISSION_LISTEN: '127.0.0.1:0',
        POSTHOUSE_SUBMISSIONS_LISTEN: '127.0.0.1:0',
        POSTHOUSE_DNS_SERVERS: dns.address,
        POSTHOUSE_MX_PORT: String(sinkPort),
        POSTHOUSE_EGRESS_ALLOW: [
          ...RECEIVERS.map(([, host]) => `${host}/32:${sinkPort}`),
          `${dns.host}/32:${dns.port}`,
        ].join(','),
        POSTHOUSE_LOG_LEVEL: 'warn',
        ...NOBODY_WAITS_FOR_POINTS,
        ...this.options.settings,
      },
      mark: main,
      tethered: true,
    });
    await this.supervisor.until(() => isReady(ops), START_MS);
  }
}

async function isReady(ops: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${ops}/readyz`);
  if (!answer.ok) throw new Error(await answer.text());
}
