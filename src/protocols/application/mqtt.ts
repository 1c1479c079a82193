import { bits, flag, header, text, variable } from "../header";

/** Fields of the messages (MQTT 3.1.1 §2.2.3 and §3). */
export const mqtt = header("mqtt", {
  len: variable("number"),
  protoname: text(),
  clientid: text(),
  topic: text(),
  msgid: variable("number"),
});

/** The first byte of every message; the length after it has one to four bytes (MQTT 3.1.1 §2.2). */
export const mqttMessage = header(
  "mqtt.hdrflags",
  {
    msgtype: bits(4, "number", {
      names: {
        1: "Connect Command",
        2: "Connect Ack",
        3: "Publish Message",
        4: "Publish Ack",
        5: "Publish Received",
        6: "Publish Release",
        7: "Publish Complete",
        8: "Subscribe Request",
        9: "Subscribe Ack",
        10: "Unsubscribe Request",
        11: "Unsubscribe Ack",
        12: "Ping Request",
        13: "Ping Response",
        14: "Disconnect Req",
        15: "Authentication Exchange",
      },
    }),
    dupflag: flag(),
    qos: bits(2, "number", { names: { 0: "At most once", 1: "At least once", 2: "Exactly once" } }),
    retain: flag(),
  },
  "mqtt",
);
