/**
 * B-03: sessions and sockets that do nothing cost little memory, and whoever comes new is served beside them.
 *
 * Control: what is counted as their memory is held by them, for the same number opened again after they have gone
 * needs no more.
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import WebSocket from 'ws';
import { LIMITS } from '../../src/config/limits.js';
import { eventually } from '../support/eventually.js';
import { figure, isLong, report } from '../support/figures.js';
import { RunningWorld } from '../support/running-world.js';
import { SmtpPeer } from '../support/smtp-peer.js';

const SESSIONS = figure({ t0: 1_000, long: 10_000 });
const SOCKETS = figure({ t0: 500, long: 10_000 });
/** A process lets 2,000 in, and the kernel does not deal them out evenly. */
const SMTP_PROCESSES = figure({ t0: 1, long: 7 });
const AT_ONCE = 50;
const SESSIONS_PER_ADDRESS = 100;
/** As many as one key may have. */
const SOCKETS_PER_KEY = LIMITS.socketsPerCaller;
const KIB = 1_024;
const NEW_ONES = 200;

describe('B-03 idle clients', () => {
  let world: RunningWorld;
  let keys: string[] = [];
  const opened: { destroy(): void }[] = [];
  beforeAll(async () => {
    const settings = { SMTP_PROCESSES: String(SMTP_PROCESSES), SMTP_IDLE_TIMEOUT: '30m' };
    world = await RunningWorld.start({ settings });
    for (let number = 0; number < SOCKETS / SOCKETS_PER_KEY; number += 1) {
      const { api } = await world.aServer();
      keys = [...keys, api.headers['authorization'] ?? ''];
    }
  }, 300_000);
  afterEach(() => leave());
  afterAll(() => world.stop(), 120_000);

  function leave(): void {
    for (const one of opened.splice(0)) one.destroy();
  }

  /** All of them, some at a time. */
  async function open(count: number, one: (number: number) => Promise<{ destroy(): void }>) {
    let begun = 0;
    const some = async () => {
      while (begun < count) opened.push(await one(begun++));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, some));
  }

  function memoryOf(...names: string[]): number {
    const kib = names.map((name) => {
      const status = readFileSync(`/proc/${world.pidOf(name) ?? 0}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
    });
    return kib.reduce((sum, one) => sum + one, 0) * KIB;
  }

  function session(number: number): Promise<Socket> {
    const { host, port } = world.address('SMTP_LISTEN');
    const localAddress = addressOf(number);
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port, localAddress });
      let heard = '';
      socket.setEncoding('latin1').on('error', reject);
      socket.once('data', () => socket.write('EHLO idle.test\r\n'));
      socket.on('data', (text: string) => {
        heard += text;
        if (/^250 /m.test(heard)) resolve(socket);
        if (/^4\d\d /m.test(heard)) reject(new Error(heard));
      });
    });
  }

  function socket(number: number): Promise<{ destroy(): void }> {
    const url = world.posthouse.addresses.graphql.replace(/^http/, 'ws');
    const authorization = keys[Math.floor(number / SOCKETS_PER_KEY)];
    const init = JSON.stringify({ type: 'connection_init', payload: { authorization } });
    return new Promise((resolve, reject) => {
      const ws = new WebSocket(url, 'graphql-transport-ws');
      ws.on('error', reject).on('close', () => reject(new Error('it was closed')));
      ws.once('open', () => ws.send(init));
      ws.once('message', () => resolve({ destroy: () => ws.terminate() }));
    });
  }

  /** Milliseconds until the greeting, of so many who come one after the other. */
  async function greetings(): Promise<number[]> {
    const times: number[] = [];
    for (let number = 0; number < NEW_ONES; number += 1) {
      const askedAt = performance.now();
      const peer = await SmtpPeer.connect(world.address('SUBMISSION_LISTEN'));
      await peer.hears(220);
      times.push(performance.now() - askedAt);
      peer.close();
    }
    return times.sort((one, other) => one - other);
  }

  const smtp = Array.from({ length: SMTP_PROCESSES }, (_, index) => `smtp-${index + 1}`);
  const KINDS = [
    { what: 'SMTP sessions', count: SESSIONS, one: session, names: smtp, kib: 40 },
    { what: 'WebSockets', count: SOCKETS, one: socket, names: ['api-1'], kib: 60 },
  ];

  it.each(KINDS)(
    '$what: cost little, and who comes new is served',
    async ({ what, count, one, names, kib }) => {
      for (const name of names) await world.killAndReplace(name); // its heap has no room from earlier
      await eventually(isReady, (yes) => yes);
      await open(Math.min(count, 200), one); // code is compiled, buffers are there
      leave();
      const before = memoryOf(...names);
      await open(count, one);
      const each = (memoryOf(...names) - before) / count / KIB;
      const times = await greetings();
      const late = times[Math.floor(NEW_ONES * 0.99)] ?? Infinity;
      report(`B-03: ${count} ${what}: ${each} KiB each, new greetings p99 ${late} ms`);

      expect(each).toBeLessThan(kib);
      if (isLong) expect(late).toBeLessThan(500);

      const full = memoryOf(...names);
      leave();
      await eventually(isQuiet, (yes) => yes);
      await open(count, one);
      expect(memoryOf(...names) - full).toBeLessThan((count * kib * KIB) / 2); // control
    },
    figure({ t0: 60_000, long: 600_000 }),
  );

  async function isReady(): Promise<boolean> {
    return (await fetch(`${world.posthouse.addresses.ops}/readyz`)).ok;
  }

  /** Nobody is in any more. */
  async function isQuiet(): Promise<boolean> {
    const text = await (await fetch(`${world.posthouse.addresses.ops}/metrics`)).text();
    const open = [...text.matchAll(/^posthouse_smtp_sessions\{.*\} (\d+)$/gm)];
    return open.every(([, count]) => count === '0');
  }
});

function addressOf(number: number): string {
  const place = Math.floor(number / SESSIONS_PER_ADDRESS);
  return `127.8.${1 + Math.floor(place / 250)}.${1 + (place % 250)}`;
}
