import { createRequire } from 'node:module';
import type * as Library from 'fast-xml-parser';
import { isRecord } from '../../../model/is-record.ts';

/**
 * `util.xml`: elements become keys, repeated ones lists; numbers, booleans and null are recognized. Text that is not
 * well-formed XML is null.
 * Differs or unconfirmed: attributes and mixed content follow the org.json library (attributes are keys beside
 * the children, text is `content`), whose results the guide's example matches.
 * @see AppSync developer guide, "XML helpers in util.xml"
 */
export function buildXmlUtil() {
  return {
    toMap: xmlToMap,
    toJsonString: (xml: unknown, stringEncode?: unknown): string => {
      const json = JSON.stringify(xmlToMap(xml));
      return stringEncode === true ? JSON.stringify(json) : json;
    },
  };
}

interface XmlReader {
  readonly parser: Library.XMLParser;
  readonly validator: typeof Library.XMLValidator;
}

/** Loaded by the first call: few resolvers read XML, and a module can't be imported in the middle of one. */
let reader: XmlReader | undefined;

function loadReader(): XmlReader {
  const load: (name: string) => unknown = createRequire(import.meta.url);
  const { XMLParser, XMLValidator } = load('fast-xml-parser') as typeof Library;
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: 'content',
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Leaves stay text for `toScalar`: the library would also take hexadecimal numbers and leading zeros.
    parseTagValue: false,
    // Numeric character references too; without it only the five predefined entities are read.
    htmlEntities: true,
  });
  return { parser, validator: XMLValidator };
}

function xmlToMap(xml: unknown): unknown {
  reader ??= loadReader();
  const { parser, validator } = reader;
  const text = String(xml);
  if (validator.validate(text) !== true || !text.trimEnd().endsWith('>')) return null;
  const map: unknown = parser.parse(text);
  return isRecord(map) && hasOneRoot(map) ? readScalars(map) : null;
}

/** The library's validator lets several elements stand side by side, and text after them. */
function hasOneRoot(map: Readonly<Record<string, unknown>>): boolean {
  const roots = Object.values(map);
  return roots.length === 1 && !Array.isArray(roots[0]);
}

function readScalars(value: unknown): unknown {
  if (typeof value === 'string') return toScalar(value);
  if (Array.isArray(value)) return value.map(readScalars);
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, readScalars(child)]))
    : value;
}

function toScalar(text: string): unknown {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text === 'null') return null;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}
