import * as fc from "fast-check";
import { type FilterField, filterFields } from "../../src/filter/fields";
import { application } from "../../src/protocols/application";

/** Display filters of every field that there is, held against what its type can be held against; now and then against what it cannot. */

/** What is decoded above TCP and UDP, which a comparison with Wireshark leaves out. */
const families = new Set([...application.map(({ prefix }) => prefix.split(".")[0]), "data"]);
export const comparedFields: readonly FilterField[] = [...filterFields.values()].filter(
  ({ name }) => !families.has(name.split(".")[0]),
);

const from = (...texts: readonly string[]) => fc.constantFrom(...texts);

const whole = fc.oneof(
  from("0", "1", "2", "4", "5", "6", "8", "17", "20", "24", "52", "53", "60", "64", "80", "127", "128", "200", "255"),
  from("256", "443", "512", "1000", "1024", "1448", "1460", "2048", "4096", "32768", "40000", "65535", "100000"),
  from("0x10", "0x12", "0x0800", "0x86dd", "0x8010", "0xffff", "0x7fffffff", "017", "0b101"),
);
const bytes = from("00", "00:01", "45", "80:10", "ff:ff", "02:04:05:b4", "474554", "08-00", '"GET"', '"\\x00\\x01"');
const text = from('"S"', '"·······A····"', '"GET"', '"10.0"', '"a"', '""', '"HTTP/1.1"', '"eth"');

const valuesOf: Readonly<Partial<Record<FilterField["type"], fc.Arbitrary<string>>>> = {
  boolean: from("0", "1", "True", "False", "TRUE"),
  bytes,
  protocol: bytes,
  mac: from("00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "02:00:00:00:00:01", "00-11-22-33-44-55", "0011.2233.4455"),
  ipv4: from("10.0.0.1", "10.0.0.2", "127.0.0.1", "10.0.0.0/8", "192.168.0.0/16", "0.0.0.0/0", "192.168.1.1/24", "224.0.0.0/4"),
  ipv6: from("::1", "fe80::1", "2001:db8::/32", "fe80::/10", "::/0", "2001:db8::1", "ff02::1"),
  text,
  time: from('"2023-11-14 22:13:20"', '"1970-01-01 00:00:00"', '"2010-06-01 00:00:00.5"'),
  duration: from("0", "0.001", "0.5", "1", "2.5", "0.000001", "60", "1e-4"),
};
const valueFor = ({ type }: FilterField) => valuesOf[type] ?? whole;

const field = fc.constantFrom(...comparedFields);
const asked = fc.tuple(field, from("", "", "", "", "#1", "#2", "#[1-2]")).map(([{ name }, layer]) => `${name}${layer}`);
const quantifier = from("", "", "", "any ", "all ");
const order = from("==", "!=", "===", "!==", "<", "<=", ">", ">=", "eq", "ne", "gt", "lt", "ge", "le", "all_ne", "any_eq");
const range = from("[0]", "[0:2]", "[1-2]", "[2:]", "[:3]", "[-2:]", "[0,1]", "[-1]");

const compared = field.chain((one) =>
  fc.tuple(quantifier, order, valueFor(one)).map(([some, sign, value]) => `${some}${one.name} ${sign} ${value}`),
);
const among = field.chain((one) =>
  fc
    .tuple(
      fc.boolean(),
      fc.array(
        fc.oneof(
          valueFor(one),
          fc.tuple(valueFor(one), valueFor(one)).map((ends) => ends.join(" .. ")),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([isNot, set]) => `${one.name} ${isNot ? "not " : ""}in {${set.join(", ")}}`),
);
const held = field.chain((one) =>
  fc
    .tuple(from("contains", "matches", "~"), valuesOf[one.type] ? valueFor(one) : text, text)
    .map(([sign, value, pattern]) => `${one.name} ${sign} ${sign === "contains" ? value : pattern}`),
);
const sliced = fc
  .tuple(field, range, from("==", "!=", ">", "contains", "&"), bytes)
  .map(([{ name }, part, sign, value]) => `${name}${part} ${sign} ${value}`);
const counted = fc
  .tuple(field, from("len", "count", "string", "lower", "upper", "abs", "max", "min"), order, whole)
  .map(([{ name }, call, sign, value]) => `${call}(${name}) ${sign} ${call === "string" ? `"${value}"` : value}`);
const reckoned = fc
  .tuple(field, from("+", "-", "*", "/", "%", "&"), whole, order, whole)
  .map(([{ name }, sign, by, compare, value]) => `${name} ${sign} ${by} ${compare} ${value}`);
const masked = fc.tuple(field, whole).map(([{ name }, mask]) => `${name} & ${mask}`);
const paired = fc.tuple(field, order, field).map(([left, sign, right]) => `${left.name} ${sign} ${right.name}`);
/** Fields of one type are often held against one another, of two types hardly ever. */
const alike = field.chain((left) =>
  fc
    .tuple(order, fc.constantFrom(...comparedFields.filter(({ type }) => type === left.type)))
    .map(([sign, right]) => `${left.name} ${sign} ${right.name}`),
);

const simple = fc.oneof(
  { weight: 6, arbitrary: compared },
  { weight: 2, arbitrary: asked },
  { weight: 2, arbitrary: among },
  { weight: 2, arbitrary: held },
  { weight: 2, arbitrary: sliced },
  { weight: 2, arbitrary: counted },
  { weight: 2, arbitrary: reckoned },
  { weight: 1, arbitrary: masked },
  { weight: 1, arbitrary: paired },
  { weight: 2, arbitrary: alike },
);

export const randomFilter: fc.Arbitrary<string> = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    { weight: 6, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc.tuple(tie("filter"), from("&&", "||", "and", "or"), tie("filter")).map((parts) => parts.join(" ")),
    },
    { weight: 1, arbitrary: tie("filter").map((inside) => `!(${inside})`) },
  ),
})).filter;
