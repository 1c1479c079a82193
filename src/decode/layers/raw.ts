import type { LayerDecoder } from "../packet";

/** No link header: the version in IP's first four bits tells the rest. */
export const decodeRaw: LayerDecoder = (scope) => {
  const version = scope.has(1) ? scope.bytes[scope.start] >> 4 : 0;
  return { protocol: version === 4 ? "ip" : version === 6 ? "ipv6" : "data", scope };
};
