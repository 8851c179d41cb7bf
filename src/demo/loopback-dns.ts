import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import packet, { type Answer, type DecodedPacket, type Question } from 'dns-packet';

export type RecordType = 'A' | 'AAAA' | 'CNAME' | 'MX' | 'NS' | 'TXT';

/** How a name misbehaves: a response code, silence, or an answer that is cut so that TCP is needed. */
export type DnsFault =
  'SERVFAIL' | 'REFUSED' | 'silence' | 'truncate' | { readonly delayMs: number };

const MAX_CNAMES = 8;
/** What every client takes over UDP (RFC 1035 §4.2.1), and the most that we send to one that takes more. */
const PLAIN_UDP_BYTES = 512;
const MOST_UDP_BYTES = 1_232;
const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 } as const;
const TRUNCATED = 1 << 9;
const AUTHORITATIVE = 1 << 10;

/**
 * A DNS server for the demo and the tests: it knows the names it was told, answers authoritatively over
 * UDP and TCP, and can be made to misbehave name by name. It never asks anyone else.
 */
export class LoopbackDns {
  private readonly records = new Map<string, Map<RecordType, readonly Answer[]>>();
  private readonly faults = new Map<string, DnsFault>();
  /** Every question so far, as `TYPE name`; the newest 10,000. */
  readonly questions: string[] = [];
  private isStopped = false;

  private constructor(
    private readonly udp: UdpSocket,
    private readonly tcp: Server,
    readonly host: string,
    readonly port: number,
  ) {
    udp.on('message', (message, peer) => void this.answerUdp(message, peer));
    tcp.on('connection', (socket) => this.serveTcp(socket));
  }

  /** Port 0 takes one that is free for both UDP and TCP. */
  static async start(host = '127.0.0.1', port = 0): Promise<LoopbackDns> {
    for (let attempt = 1; ; attempt += 1) {
      const udp = createSocket('udp4');
      const tcp = createServer();
      try {
        await new Promise<void>((resolve, reject) => {
          udp.once('error', reject).bind(port, host, resolve);
        });
        const chosen = udp.address().port;
        await new Promise<void>((resolve, reject) => {
          tcp.once('error', reject).listen(chosen, host, resolve);
        });
        return new LoopbackDns(udp, tcp, host, chosen);
      } catch (error) {
        udp.close();
        tcp.close();
        if (attempt === 10) throw error;
      }
    }
  }

  get address(): string {
    return `${this.host}:${this.port}`;
  }

  /** Publishes the records of one name and type, in place of what was there; none removes them. */
  set(
    name: string,
    type: RecordType,
    ...data: readonly (string | { exchange: string; preference: number })[]
  ): this {
    const key = name.toLowerCase();
    const types = this.records.get(key) ?? new Map<RecordType, readonly Answer[]>();
    if (data.length === 0) types.delete(type);
    else
      types.set(
        type,
        data.map((value) => answerOf(name, type, value)),
      );
    if (types.size === 0) this.records.delete(key);
    else this.records.set(key, types);
    return this;
  }

  /** Makes this server the authority of a zone, as a delegation would. */
  zone(apex: string): this {
    return this.set(apex, 'NS', `ns.${apex}`).set(`ns.${apex}`, 'A', this.host);
  }

  fail(name: string, fault: DnsFault): this {
    this.faults.set(name.toLowerCase(), fault);
    return this;
  }

  heal(name: string): this {
    this.faults.delete(name.toLowerCase());
    return this;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([
      new Promise<void>((resolve) => this.udp.close(resolve)),
      new Promise<void>((resolve) => this.tcp.close(() => resolve())),
    ]);
  }

  private async answerUdp(message: Buffer, peer: RemoteInfo): Promise<void> {
    const response = await this.respond(message, false);
    if (response) this.udp.send(response, peer.port, peer.address);
  }

  private serveTcp(socket: Socket): void {
    let buffered = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      while (buffered.length >= 2 && buffered.length >= 2 + buffered.readUInt16BE(0)) {
        const end = 2 + buffered.readUInt16BE(0);
        void this.respond(buffered.subarray(2, end), true).then((response) => {
          if (response) socket.write(Buffer.concat([lengthPrefix(response.length), response]));
        });
        buffered = buffered.subarray(end);
      }
    });
  }

  private async respond(message: Buffer, overTcp: boolean): Promise<Buffer | null> {
    const query = decodeOrNull(message);
    const question = query?.questions?.[0];
    if (!query || !question) return null;
    if (this.questions.push(`${question.type} ${question.name}`) > 10_000) this.questions.shift();

    const fault = this.faults.get(question.name.toLowerCase());
    if (fault === 'silence') return null;
    if (typeof fault === 'object') await setTimeout(fault.delayMs, undefined, { ref: false });
    if (this.isStopped) return null;
    if (fault === 'SERVFAIL' || fault === 'REFUSED') return encode(query, RCODES[fault], []);

    const response = this.answer(query, question);
    return overTcp ? response : cutToUdp(query, response, fault === 'truncate');
  }

  private answer(query: DecodedPacket, question: Question): Buffer {
    const answers = this.lookUp(question);
    return answers ? encode(query, RCODES.NOERROR, answers) : encode(query, RCODES.NXDOMAIN, []);
  }

  /** Null when neither the name nor anything below it exists (NXDOMAIN, RFC 8020). */
  private lookUp(question: Question): readonly Answer[] | null {
    const chain: Answer[] = [];
    let name = question.name.toLowerCase();
    for (let hop = 0; hop < MAX_CNAMES; hop += 1) {
      const types = this.records.get(name);
      if (!types) return chain.length > 0 || this.hasNamesBelow(name) ? chain : null;
      const found = types.get(question.type as RecordType); // an unknown type is merely absent from the map
      if (found) return [...chain, ...found];
      const alias = types.get('CNAME')?.[0];
      if (alias?.type !== 'CNAME') return chain;
      chain.push(alias);
      name = alias.data.toLowerCase();
    }
    return chain;
  }

  private hasNamesBelow(name: string): boolean {
    return [...this.records.keys()].some((known) => known.endsWith(`.${name}`));
  }
}

function answerOf(
  name: string,
  type: RecordType,
  value: string | { exchange: string; preference: number },
): Answer {
  if (typeof value !== 'string') return { name, type: 'MX', ttl: 0, data: value };
  if (type === 'TXT') return { name, type, ttl: 0, data: value.match(/.{1,255}/gs) ?? [''] };
  if (type === 'MX') throw new TypeError('an MX record needs a preference');
  return { name, type, ttl: 0, data: value };
}

function cutToUdp(query: DecodedPacket, response: Buffer, always: boolean): Buffer {
  const isCut = always || response.length > udpBytesFor(query);
  return isCut ? encode(query, TRUNCATED, []) : response;
}

/** A larger answer is for those that announce room for it (RFC 6891 §6.2.3). */
function udpBytesFor({ additionals = [] }: DecodedPacket): number {
  const announced = additionals.map((record) =>
    record.type === 'OPT' ? record.udpPayloadSize : PLAIN_UDP_BYTES,
  );
  return Math.min(Math.max(PLAIN_UDP_BYTES, ...announced), MOST_UDP_BYTES);
}

function encode(query: DecodedPacket, flags: number, answers: readonly Answer[]): Buffer {
  return packet.encode({
    id: query.id ?? 0,
    type: 'response',
    flags: AUTHORITATIVE | flags,
    questions: query.questions ?? [],
    answers: [...answers],
  });
}

function decodeOrNull(message: Buffer): DecodedPacket | null {
  try {
    return packet.decode(message);
  } catch {
    return null; // not DNS: a name server stays silent
  }
}

function lengthPrefix(length: number): Buffer {
  const prefix = Buffer.alloc(2);
  prefix.writeUInt16BE(length);
  return prefix;
}
