// AppSync's real-time protocol in plain frames, with nothing but a WebSocket:
//
//   node docs/examples/subscribe.mjs http://127.0.0.1:4000 da2-local \
//     'subscription { onOrderPlaced { id total { amount } } }'
//
// Documents after the subscription are sent as soon as it has started, one after the other: queries and mutations.
// EVENTS=n ends the script after n events; without it Ctrl-C does. Every line it prints is JSON.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';

const [url, apiKey, subscription, ...documents] = process.argv.slice(2);
if (subscription === undefined) {
  console.error('Usage: node subscribe.mjs URL API_KEY SUBSCRIPTION [QUERY_OR_MUTATION ...]');
  process.exit(2);
}
const maxEvents = Number(process.env['EVENTS'] ?? Infinity);
const endpoint = new URL('/graphql', url);

// The same headers authorize the connection and each subscription; another mode has `Authorization` here.
const headers = { 'x-api-key': apiKey, host: endpoint.host };
const encoded = Buffer.from(JSON.stringify(headers)).toString('base64url');
const realtimeUrl = `${endpoint.href.replace(/^http/, 'ws')}/realtime`;
const socket = new WebSocket(realtimeUrl, ['graphql-ws', `header-${encoded}`]);
const id = randomUUID();
let events = 0;

const print = (what, value) => console.log(JSON.stringify({ [what]: value }));
const send = (frame) => socket.send(JSON.stringify(frame));

function fail(what, value) {
  print(what, value);
  process.exitCode = 1;
  socket.close();
}

socket.on('open', () => send({ type: 'connection_init' }));
socket.on('error', (error) => fail('connection_error', error.message));
socket.on('message', async (data) => {
  const { type, payload } = JSON.parse(data.toString());
  switch (type) {
    case 'connection_ack':
      return send({
        id,
        type: 'start',
        payload: { data: JSON.stringify({ query: subscription }), extensions: { authorization: headers } },
      });
    case 'start_ack':
      for (const query of documents) print('answer', await post(query));
      return;
    case 'data':
      events += 1;
      print('event', payload);
      if (events >= maxEvents) send({ id, type: 'stop' });
      return;
    case 'complete':
      return socket.close();
    case 'connection_error':
    case 'error':
      return fail(type, payload);
    case 'ka': // keep-alive: a client that hears none for payload.connectionTimeoutMs connects again
      return;
  }
});
process.on('SIGINT', () => socket.close());

async function post(query) {
  const init = { method: 'POST', headers: { 'x-api-key': apiKey }, body: JSON.stringify({ query }) };
  return (await fetch(endpoint, init)).json();
}
