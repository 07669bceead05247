/** The to-do assembly with a stream on its table and a function that notes in a second table what the stream tells. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TODO_ASSEMBLY } from '../start-todo-engine.ts';

const HANDLER = `
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient();
export async function handler({ Records }) {
  for (const { eventName, dynamodb } of Records) {
    const Item = { id: { S: dynamodb.NewImage.title.S }, eventName: { S: eventName } };
    await client.send(new PutItemCommand({ TableName: process.env.LOG, Item }));
  }
}`;

interface Template {
  readonly Resources: Record<string, { Properties: Record<string, unknown> } & Record<string, unknown>>;
}

/** @returns its folder, for the caller to remove */
export function writeStreamedAssembly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-streamed-'));
  cpSync(TODO_ASSEMBLY, folder, { recursive: true });
  const file = join(folder, 'Todo.template.json');
  const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const { Table, AuditFunction } = Resources;
  if (Table === undefined || AuditFunction === undefined) throw new Error('not the to-do assembly');
  Table.Properties['TableName'] = 'todos';
  Table.Properties['StreamSpecification'] = { StreamViewType: 'NEW_IMAGE' };
  AuditFunction.Properties['Environment'] = { Variables: { LOG: 'log' } };
  const { StreamSpecification: _stream, ...plain } = Table.Properties;
  Resources['Log'] = { Type: 'AWS::DynamoDB::Table', Properties: { ...plain, TableName: 'log' } };
  Resources['Mapping'] = {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'AuditFunction' },
      EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      StartingPosition: 'LATEST',
    },
  };
  writeFileSync(file, JSON.stringify({ Resources }));
  writeFileSync(join(folder, 'asset.audit', 'index.mjs'), HANDLER);
  return folder;
}
