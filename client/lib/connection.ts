import { io } from 'socket.io-client';

/** What `Live` needs of a socket; Socket.IO's fits, and a test's own may stand in for it. */
export interface Connection {
  readonly connected: boolean;
  on(event: string, listener: (frame: never) => void): unknown;
  connect(): unknown;
  disconnect(): unknown;
  /** Sends an event and waits so many milliseconds for its answer. */
  timeout(ms: number): { emitWithAck(event: string, frame: unknown): Promise<unknown> };
}

/**
 * WebSocket first, long polling where that does not get through. Tries again by itself after 0.5 s to 8 s, spread out so
 * that a whole room does not come back in the same instant.
 */
export const openConnection = (): Connection =>
  io({
    autoConnect: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.6,
    timeout: 10_000,
  });
