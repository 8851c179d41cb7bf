import { Event, type EventData, type EventKind } from './event.entity.js';

/** Channel of one mail server's events on the bus. */
export function eventChannel(serverId: bigint): string {
  return `events:${serverId}`;
}

export function encodeEvents(events: readonly Event[]): string {
  return JSON.stringify(
    events.map((event) => [
      String(event.serverId),
      String(event.position),
      event.kind,
      textOf(event.messageId),
      textOf(event.deliveryId),
      textOf(event.domainId),
      event.data,
      event.at.getTime(),
    ]),
  );
}

/** What `encodeEvents` wrote; null for anything else, and then the rows tell. */
export function decodeEvents(payload: string): Event[] | null {
  try {
    return (JSON.parse(payload) as WireEvent[]).map(eventOf); // only Posthouse publishes here
  } catch {
    return null;
  }
}

type WireEvent = [
  serverId: string,
  position: string,
  kind: EventKind,
  messageId: string | null,
  deliveryId: string | null,
  domainId: string | null,
  data: EventData,
  at: number,
];

function textOf(id: bigint | null): string | null {
  return id === null ? null : String(id);
}

function idOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

function eventOf(wire: WireEvent): Event {
  const [serverId, position, kind, messageId, deliveryId, domainId, data, at] = wire;
  return Object.assign(new Event(), {
    serverId: BigInt(serverId),
    position: BigInt(position),
    kind,
    messageId: idOf(messageId),
    deliveryId: idOf(deliveryId),
    domainId: idOf(domainId),
    data,
    at: new Date(at),
  });
}
