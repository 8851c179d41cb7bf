import type { Logger } from 'pino';
import { redisConnection } from './redis-connection.js';

export interface RedisBusOptions {
  readonly url: string;
  readonly prefix: string;
  readonly log: Logger;
  /** Told when Redis comes and goes, for the metrics. */
  readonly onChange?: (isUp: boolean) => void;
}

type Listener = (payload: string) => void;
type Client = ReturnType<typeof redisConnection>;

/**
 * Publish and subscribe between processes, at most once: what is published while Redis is away is
 * lost, and rows tell it again. Reconnects for ever, takes its subscriptions up again, never throws.
 */
export class RedisBus {
  private readonly publisher: Client;
  private readonly subscriber: Client;
  private readonly listeners = new Map<string, Set<Listener>>();
  /** Channels that the client is subscribed to, and takes up again by itself. */
  private readonly opened = new Map<string, Listener>();
  private wasUp = false;
  private isClosed = false;

  constructor(private readonly options: RedisBusOptions) {
    this.publisher = redisConnection(options.url);
    this.subscriber = redisConnection(options.url);
    for (const client of [this.publisher, this.subscriber]) {
      client.on('ready', () => this.noticeChange());
      client.on('end', () => this.noticeChange());
      client.on('error', () => this.noticeChange());
    }
    this.subscriber.on('ready', () => this.reconcile());
    void this.publisher.connect().catch(() => undefined); // only `close` makes it fail
    void this.subscriber.connect().catch(() => undefined);
  }

  get isUp(): boolean {
    return this.publisher.isReady && this.subscriber.isReady;
  }

  publish(channel: string, payload: string): void {
    if (!this.publisher.isReady) return;
    this.publisher.publish(this.key(channel), payload).catch(() => undefined);
  }

  /** Calls `onMessage` until the returned function is called. */
  subscribe(channel: string, onMessage: Listener): () => void {
    const listeners = this.listeners.get(channel) ?? new Set<Listener>();
    this.listeners.set(channel, listeners.add(onMessage));
    this.reconcile();
    return () => {
      listeners.delete(onMessage);
      if (listeners.size > 0 || this.listeners.get(channel) !== listeners) return;
      this.listeners.delete(channel);
      this.reconcile();
    };
  }

  close(): void {
    this.isClosed = true;
    this.listeners.clear();
    this.publisher.destroy();
    this.subscriber.destroy();
  }

  /** A command that fails means a broken connection; the next `ready` comes here again. */
  private reconcile(): void {
    if (!this.subscriber.isReady) return;
    for (const channel of this.listeners.keys()) if (!this.opened.has(channel)) this.open(channel);
    for (const [channel, hand] of this.opened) {
      if (this.listeners.has(channel)) continue;
      this.opened.delete(channel);
      this.subscriber.unsubscribe(this.key(channel), hand).catch(() => undefined);
    }
  }

  private open(channel: string): void {
    const hand = (payload: string) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload);
    };
    this.opened.set(channel, hand);
    this.subscriber.subscribe(this.key(channel), hand).catch(() => {
      if (this.opened.get(channel) === hand) this.opened.delete(channel);
    });
  }

  private noticeChange(): void {
    if (this.isClosed || this.isUp === this.wasUp) return;
    this.wasUp = this.isUp;
    this.options.onChange?.(this.isUp);
    if (this.isUp) this.options.log.info('Redis is up');
    else this.options.log.warn('Redis is away, live events come from rows meanwhile');
  }

  private key(channel: string): string {
    return `${this.options.prefix}:${channel}`;
  }
}
