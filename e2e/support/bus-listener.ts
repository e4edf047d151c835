import { connect } from 'node:net';

export interface BusListener extends Disposable {
  /** Every byte that passed on any subject, and how many messages that were. */
  heard(): { text: string; messages: number };
}

/** Listens to every subject of a nats-server that keeps nobody out. */
export async function listenToBus(port: number): Promise<BusListener> {
  const socket = connect(port, '127.0.0.1');
  const pieces: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.on('data', (piece) => {
      pieces.push(piece);
      const text = piece.toString('latin1');
      if (text.startsWith('INFO')) socket.write('CONNECT {"verbose":false}\r\nSUB > 1\r\nPING\r\n');
      if (/(?:^|\n)PING\r\n/.test(text)) socket.write('PONG\r\n');
      if (/(?:^|\n)PONG\r\n/.test(text)) resolve();
    });
  });
  return {
    heard: () => {
      const text = Buffer.concat(pieces).toString('latin1');
      return { text, messages: text.split('\r\nMSG ').length - 1 };
    },
    [Symbol.dispose]: () => socket.destroy(),
  };
}
