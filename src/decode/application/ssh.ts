import { ssh } from "../../protocols/application/ssh";
import { placed } from "../readHeader";
import { fromServer, type Recogniser } from "./recogniser";
import { lineAt, shown, variableNode } from "./text";

/** "SSH-2.0-OpenSSH_9.2 Debian-2"; 1.99 is a server that speaks 2.0 and something older (RFC 4253 §5.1). */
const banner = /^SSH-(?<major>\d)\.(?<minor>\d{1,2})-[\x20-\x7e]+\r?$/;
const ports = [22];

export const recogniseSsh: Recogniser = (scope, flow) => {
  if (scope.bytes[scope.start] !== 0x53) return undefined;
  const line = lineAt(scope, 0);
  const match = banner.exec(line.text);
  if (!match) return undefined;
  const second = match.groups!["major"] === "2" || match.groups!["minor"] === "99";
  return {
    protocol: "ssh",
    node: {
      ...placed(scope, ssh.id, 0, scope.have),
      children: [variableNode(scope, ssh.fields.protocol, 0, line.text.trimEnd().length)],
    },
    summary: {
      protocol: second ? "SSHv2" : "SSHv1",
      info: `${fromServer(flow, ports) ? "Server" : "Client"}: Protocol (${shown(scope, line).trimEnd()})`,
    },
  };
};
