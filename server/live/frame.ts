import type { Socket } from 'socket.io';
import { Sender } from 'ws';
import type { Encoded } from './stream.ts';

/** A socket that holds more than this many unsent bytes is cut loose and resumes: nobody waits for a slow one. */
export const MAX_UNSENT = 1024 * 1024;

/** What of Engine.IO's connection the shared frame needs; its own types keep these parts to themselves. */
interface Connection {
  readonly readyState: string;
  readonly upgrading: boolean;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly socket?: { readonly bufferedAmount: number; readonly _socket?: { write(data: Buffer): boolean } };
  };
}

/** The Socket.IO packet `42["event",data]` as one WebSocket text frame, made once for everybody. */
function frameOf(encoded: Encoded): Buffer {
  encoded.frame ??= Buffer.concat(
    Sender.frame(Buffer.from(`42["${encoded.event}",${encoded.json}]`), {
      fin: true,
      rsv1: false,
      opcode: 1,
      mask: false,
      readOnly: true,
    }),
  );
  return encoded.frame;
}

/**
 * Sends what many get alike. The shared frame is written only where nothing is queued before it (it would overtake);
 * otherwise Socket.IO's own emit queues it in order.
 * @returns false where the socket is too slow and should be cut loose.
 */
export function sendShared(socket: Socket, encoded: Encoded): boolean {
  const connection = socket.conn as unknown as Connection;
  const { transport } = connection;
  const unsent = transport.socket?.bufferedAmount ?? 0;
  if (unsent > MAX_UNSENT) return false;
  const raw = transport.name === 'websocket' ? transport.socket?._socket : undefined;
  if (
    raw &&
    transport.writable &&
    !connection.upgrading &&
    connection.readyState === 'open' &&
    connection.writeBuffer.length === 0
  )
    raw.write(frameOf(encoded));
  else socket.emit(encoded.event, JSON.parse(encoded.json));
  return true;
}
