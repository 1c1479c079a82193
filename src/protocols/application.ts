import { dns, dnsLength, dnsQuestion, dnsRecord } from "./application/dns";
import { http } from "./application/http";
import { http2, http2Frame } from "./application/http2";
import { mqtt, mqttMessage } from "./application/mqtt";
import { resp } from "./application/redis";
import { smtp } from "./application/smtp";
import { ssh } from "./application/ssh";
import { tls, tlsAlert, tlsHandshake, tlsHello, tlsRecord, tlsSupportedVersion } from "./application/tls";

/** What TCP and UDP carry: enough for a name and a first line, but no full dissectors. */
export const application = [
  http,
  http2,
  http2Frame,
  tls,
  tlsRecord,
  tlsHandshake,
  tlsHello,
  tlsSupportedVersion,
  tlsAlert,
  ssh,
  dns,
  dnsLength,
  dnsQuestion,
  dnsRecord,
  resp,
  mqtt,
  mqttMessage,
  smtp,
] as const;
