/** The wire format of protocol buffers: a message is a list of fields, each with a number and one of four forms. */

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

/** A whole number; negative ones as 64-bit two's complement. */
export function wholeField(field: number, value: number): Uint8Array {
  return Buffer.concat([varint(field * 8 + VARINT), varint(value)]);
}

/** A 32-bit float. */
export function floatField(field: number, value: number): Uint8Array {
  const buffer = Buffer.alloc(4);
  buffer.writeFloatLE(value);
  return Buffer.concat([varint(field * 8 + FIXED_32), buffer]);
}

export function bytesField(field: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([varint(field * 8 + BYTES), varint(value.length), value]);
}

export function textField(field: number, value: string): Uint8Array {
  return bytesField(field, Buffer.from(value, "utf8"));
}

export function messageField(field: number, fields: readonly Uint8Array[]): Uint8Array {
  return bytesField(field, Buffer.concat(fields));
}

/** Seven bits a byte, lowest first. */
function varint(value: number): Uint8Array {
  const digits: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const more = rest > 127n ? 128 : 0;
    digits.push(Number(rest & 127n) | more);
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(digits);
}

/** A field as it lies in a message. */
export interface WireField {
  readonly number: number;
  /** The whole field, its number included. */
  readonly whole: Uint8Array;
  /** What it holds: the text, message or bytes; empty for a field of another form. */
  readonly content: Uint8Array;
}

/** The fields of a message, in order, without copying. @throws {RangeError} where the bytes are no message */
export function* fieldsOf(message: Uint8Array): Generator<WireField> {
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new RangeError("a field is cut short");
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const key = read();
    const form = key % 8;
    let contentStart = at;
    if (form === VARINT) read();
    else if (form === FIXED_64) at += 8;
    else if (form === FIXED_32) at += 4;
    else if (form === BYTES) {
      const length = read();
      contentStart = at;
      at += length;
    } else throw new RangeError(`a field of unknown form ${form}`);
    if (at > message.length) throw new RangeError("a field is cut short");
    yield {
      number: Math.floor(key / 8),
      whole: message.subarray(start, at),
      content: message.subarray(form === BYTES ? contentStart : at, at),
    };
  }
}
