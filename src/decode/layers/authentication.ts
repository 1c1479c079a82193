import { ipProtocols } from "../../protocols/next";
import { follow, type LayerDecoder } from "../packet";
import { readAuthentication } from "./ipv6Extensions";

/** AH over IPv4; over IPv6 it is one of the extension headers. */
export const decodeAuthentication: LayerDecoder = (scope, packet) => {
  const { node, size, next } = readAuthentication(scope);
  packet.add("ah", node);
  return next === undefined ? undefined : follow(ipProtocols, "ip", next, scope.after(size));
};
