import { describe, expect, it } from 'vitest';
import { createEventBus } from '../events/bus/event-bus.ts';
import { createEventBridgeDataSource } from './eventbridge-data-source.ts';

const call = { resolver: 'Mutation.a', requestId: 'r' };
const BUS_ARN = 'arn:aws:events:us-east-1:000000000000:event-bus/orders';

function open() {
  const delivered: unknown[] = [];
  const events = createEventBus({
    surroundings: () => ({ accountId: '000000000000', region: 'us-east-1', id: 'id-1', nowMs: 0 }),
    deliver: (_targetArn, input) => void delivered.push(input),
    warn: () => undefined,
  });
  events.update([
    {
      name: 'all',
      arn: 'arn:aws:events:us-east-1:000000000000:rule/all',
      eventBusName: 'orders',
      isEnabled: true,
      eventPattern: { source: ['shop'] },
      targets: [
        { id: 'one', arn: 'arn:aws:lambda:us-east-1:000000000000:function:f', input: { kind: 'event' } },
      ],
    },
  ]);
  const source = createEventBridgeDataSource({ name: 'events', eventBusArn: BUS_ARN, events });
  return { delivered, invoke: (request: unknown) => source.invoke(request, call) };
}

describe('EventBridge data source', () => {
  it('puts events onto the bus of its ARN', async () => {
    const { delivered, invoke } = open();
    const event = {
      source: 'shop',
      detailType: 'Placed',
      detail: { id: 1 },
      resources: ['arn:x'],
      time: '2026-11-21T10:00:00+01:00',
    };
    expect(await invoke({ operation: 'PutEvents', events: [event] })).toEqual({
      kind: 'answered',
      result: { Entries: [{ EventId: 'id-1' }], FailedEntryCount: 0 },
      error: null,
    });
    expect(delivered).toEqual([
      {
        version: '0',
        id: 'id-1',
        'detail-type': 'Placed',
        source: 'shop',
        account: '000000000000',
        time: '2026-11-21T09:00:00Z',
        region: 'us-east-1',
        resources: ['arn:x'],
        detail: { id: 1 },
      },
    ]);
  });

  it('D32 answers a partial failure in the order of the events, without an error', async () => {
    const { delivered, invoke } = open();
    const events = [
      { detailType: 'Placed', detail: {} },
      { source: 'shop', detailType: 'Placed', detail: {} },
      { source: 'shop', detailType: 'Placed', detail: 'text' },
    ];
    expect(await invoke({ operation: 'PutEvents', events })).toEqual({
      kind: 'answered',
      result: {
        Entries: [
          {
            ErrorCode: 'InvalidArgument',
            ErrorMessage: 'Parameter Source is not valid. Reason: Source is a required argument.',
          },
          { EventId: 'id-1' },
          { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
        ],
        FailedEntryCount: 2,
      },
      error: null,
    });
    expect(delivered).toHaveLength(1);
  });

  it.each([
    [{}, "Value for field '$[operation]' not found."],
    [{ operation: 'Put' }, 'Unsupported operation "Put".'],
    [{ operation: 'PutEvents' }, "Value for field '$[events]' not found."],
    [{ operation: 'PutEvents', events: [] }, 'PutEvents takes a list of 1 to 10 events.'],
    [{ operation: 'PutEvents', events: Array(11).fill({}) }, 'PutEvents takes a list of 1 to 10 events.'],
  ])('refuses %j', async (request, message) => {
    expect(await open().invoke(request)).toEqual({
      kind: 'refused',
      error: { message, type: 'MappingTemplate' },
    });
  });

  it('counts 256 KB over all events: texts in UTF-8, 14 bytes for a time, nothing for JSON around them', async () => {
    const { delivered, invoke } = open();
    const putDetails = (...texts: readonly string[]) => {
      const events = texts.map((text) => ({
        source: 'shop',
        detailType: 'Ärger',
        detail: { text },
        resources: ['arn:x'],
        time: '2026-11-21T10:00:00Z',
      }));
      return invoke({ operation: 'PutEvents', events });
    };
    // {"text":""} and the rest of an event: 11 + 4 + 6 + 5 + 14 bytes. Quotes within the detail's text are two each.
    const half = 128 * 1024 - 40;
    const quotes = '"'.repeat(half / 2);
    expect(await putDetails('x'.repeat(half), quotes)).toMatchObject({ result: { FailedEntryCount: 0 } });
    expect(delivered).toHaveLength(2);
    expect(await putDetails('x'.repeat(half + 1), quotes)).toMatchObject({
      result: null,
      error: { type: 'AmazonEventBridge:ValidationException' },
    });
    expect(delivered).toHaveLength(2);
  });

  it('refuses a call that is too large, as a service fault of the field', async () => {
    const detail = { text: 'x'.repeat(300_000) };
    const events = [{ source: 'shop', detailType: 'Placed', detail }];
    expect(await open().invoke({ operation: 'PutEvents', events })).toEqual({
      kind: 'answered',
      result: null,
      error: {
        message: 'Total size of the entries in the request is over the limit.',
        type: 'AmazonEventBridge:ValidationException',
      },
    });
  });
});
