import type { Header } from "../../protocols/header";
import { etherTypes } from "../../protocols/next";
import {
  backboneTag,
  extenderTag,
  fabricPath,
  interfaceTag,
  metaData,
  serviceContext,
  serviceHeader,
  serviceNext,
} from "../../protocols/switchTags";
import { follow, type LayerDecoder } from "../packet";
import { adopt, bytesNode, readHeader } from "../readHeader";
import { afterType } from "./ethernet";

const checksumSize = 4;

/** A tag that ends with the type of what follows, or with its length. */
function taggedBy<H extends Header>(name: string, table: H, type: keyof H["fields"] & string): LayerDecoder {
  return (scope, packet) => {
    const reading = readHeader(scope, table);
    packet.add(name, reading.node);
    return reading.complete ? afterType(reading.number(type), scope.after(table.size), table.fields[type].id) : undefined;
  };
}

export const decodeBackboneTag = taggedBy("ieee8021ah", backboneTag, "etype");
export const decodeExtenderTag = taggedBy("etag", extenderTag, "etype");
export const decodeInterfaceTag = taggedBy("vntag", interfaceTag, "etype");

export const decodeMetaData: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, metaData);
  packet.add("cmd", reading.node);
  return reading.complete ? follow(etherTypes, "ethertype", reading.number("type"), scope.after(metaData.size)) : undefined;
};

export const decodeFabricPath: LayerDecoder = (scope, packet) => {
  packet.add("cfp", readHeader(scope, fabricPath).node);
  // the frame inside still has its checksum, as on the wire
  const frame = scope.after(fabricPath.size);
  return { protocol: "eth", scope: frame.first(frame.length - checksumSize, "cfp") };
};

export const decodeServiceHeader: LayerDecoder = (scope, packet) => {
  const reading = readHeader(scope, serviceHeader);
  packet.add("nsh", reading.node);
  const size = reading.number("length");
  if (!reading.complete || size < serviceHeader.size) return undefined;
  const context = scope.first(size, "nsh.length").after(serviceHeader.size);
  if (context.have > 0) adopt(reading.node, bytesNode(context, serviceContext.id));
  return { protocol: serviceNext[reading.number("nextproto")] ?? "data", scope: scope.after(size) };
};
