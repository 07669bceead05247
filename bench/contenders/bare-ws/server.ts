/**
 * The least that a broadcast over WebSockets costs: `ws`, one loop, bytes that are ready. The connection is set up as
 * in AppSync's protocol; a POST sends FRAME to every socket. Usage: FRAME=... node server.js PORT
 */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const [port = ''] = process.argv.slice(2);
const frame = Buffer.from(process.env['FRAME'] ?? '');

const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'graphql-ws' });
sockets.on('connection', (socket) => {
  socket.on('message', (message: Buffer) => {
    const { type, id } = JSON.parse(message.toString()) as { type: string; id?: string };
    socket.send(JSON.stringify(type === 'start' ? { type: 'start_ack', id } : { type: 'connection_ack' }));
  });
});

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    for (const socket of sockets.clients) socket.send(frame, { binary: false });
    response.setHeader('content-type', 'application/json').end('{"data":null}');
  });
});
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
});
server.listen(Number(port), '127.0.0.1', () => console.log(`ready http://127.0.0.1:${port}`));
