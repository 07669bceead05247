import { describe, expect, it } from 'vitest';
import type { FieldGroup } from '../selection/collect-fields.ts';
import { createWorkQueue } from '../work-queue.ts';
import { createFieldStarts } from './field-starts.ts';

const [shallow, deep] = [{ depth: 1 }, { depth: 2 }] as FieldGroup[] as [FieldGroup, FieldGroup];

function startTest() {
  const events: string[] = [];
  const starts = createFieldStarts({
    queue: createWorkQueue(),
    sendReady: () => events.push('send'),
    depthBelow: ({ depth }) => depth,
  });
  return { events, add: (group: FieldGroup, name: string) => starts.add(group, () => events.push(name)) };
}

describe('field starts', () => {
  it('start nothing while something completes', () => {
    const { events, add } = startTest();
    add(deep, 'a');
    expect(events).toEqual([]);
  });

  it('run by field in the order in which places came, the deepest field first', async () => {
    const { events, add } = startTest();
    add(shallow, 'shallow 1');
    add(deep, 'deep 1');
    add(shallow, 'shallow 2');
    add(deep, 'deep 2');
    await Promise.resolve();
    expect(events).toEqual(['deep 1', 'deep 2', 'send', 'shallow 1', 'shallow 2', 'send']);
  });

  it('take what a start adds in the next turn', async () => {
    const { events, add } = startTest();
    add(deep, 'first');
    await Promise.resolve();
    add(deep, 'second');
    await Promise.resolve();
    expect(events).toEqual(['first', 'send', 'second', 'send']);
  });
});
