import { strict as assert } from "node:assert";
import { type TcpEvent, tcpEvents, tcpStates, transitions } from "../../src/protocols/tcpStates";
import { changesOf, statePath } from "../dsl/statePath";

type Picture = readonly [what: string, picture: string, expected: string];

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";
const opened = "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 3 ESTABLISHED/ESTABLISHED";

// expectations: RFC 9293 figures 5 to 13 and §3.10.7; what stands behind the last segment of an end is assumed
const openings: readonly Picture[] = [
  ["a handshake (figure 6), whose last ACK nothing confirms", open, `${opened}?`],
  ["a handshake that data confirms", `${open} | S>C 0:10`, opened],
  ["data on the third segment", "C>S SYN | S>C SYN,ACK | C>S 0:10 | S>C ACK", opened],
  ["a SYN that nobody answers", "C>S SYN | C>S SYN seq 0", "1 SYN-SENT/LISTEN?"],
  [
    "a SYN sent again before it is answered",
    "C>S SYN | C>S SYN seq 0 | S>C SYN,ACK | C>S ACK | S>C 0:1",
    "1 SYN-SENT/LISTEN | 2 SYN-SENT/SYN-RECEIVED | 3 ESTABLISHED/SYN-RECEIVED | 4 ESTABLISHED/ESTABLISHED",
  ],
  [
    "a SYN,ACK sent again although it was acknowledged: that ACK was lost",
    `${open} | S>C SYN,ACK seq 0 | C>S ACK | S>C 0:5`,
    "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 5 ESTABLISHED/ESTABLISHED",
  ],
  [
    "a simultaneous open (figure 7)",
    "C>S SYN | S>C SYN | C>S SYN,ACK seq 0 | S>C SYN,ACK seq 0 | C>S 0:1 | S>C 0:1",
    "1 SYN-SENT/CLOSED | 2 SYN-RECEIVED/SYN-SENT | 2 SYN-RECEIVED/SYN-RECEIVED | 3 SYN-RECEIVED/ESTABLISHED | 4 ESTABLISHED/ESTABLISHED",
  ],
  [
    "a simultaneous open answered with a bare ACK",
    "C>S SYN | S>C SYN | C>S SYN,ACK seq 0 | S>C ACK | C>S 0:4 | S>C ACK",
    "1 SYN-SENT/CLOSED | 2 SYN-RECEIVED/SYN-SENT | 2 SYN-RECEIVED/SYN-RECEIVED | 3 SYN-RECEIVED/ESTABLISHED | 4 ESTABLISHED/ESTABLISHED",
  ],
  ["a SYN whose answer was not captured", "C>S SYN | S>C 0:10 | C>S ACK", "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/ESTABLISHED"],
  [
    "one direction alone",
    "C>S SYN | C>S ack 1 | C>S 0:10",
    "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 2 ESTABLISHED/ESTABLISHED?",
  ],
  [
    "Fast Open, whose server speaks before the handshake is over",
    "C>S SYN !ACK 0:10 seq 0 | S>C SYN,ACK ack 11 | S>C 0:5 | C>S ACK | S>C 5:6",
    "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 4 ESTABLISHED/ESTABLISHED",
  ],
  [
    "a half-open connection found (figure 9)",
    "C>S SYN | S>C ACK ack 77 seq 900 | C>S RST !ACK seq 77 | C>S SYN seq 0 | S>C SYN,ACK seq 0 ack 1 | C>S ACK | S>C 0:1",
    "1 SYN-SENT/ESTABLISHED? | 3 SYN-SENT/CLOSED | 4 SYN-SENT/SYN-RECEIVED | 5 ESTABLISHED/SYN-RECEIVED | 6 ESTABLISHED/ESTABLISHED",
  ],
  [
    "the server's SYN,ACK captured before the SYN",
    "S>C SYN,ACK ack 1 | C>S SYN seq 0 | C>S ACK",
    `1 SYN-SENT/SYN-RECEIVED | ${opened.slice(26)}?`,
  ],
];

const lateStarts: readonly Picture[] = [
  ["data", "C>S 0:10 ack 1 | S>C ACK", "1 ESTABLISHED?/ESTABLISHED?"],
  ["data both ways: then nobody had closed before", "C>S 0:10 ack 1 | S>C ACK | S>C 0:1", "1 ESTABLISHED/ESTABLISHED"],
  ["the SYN,ACK", "S>C SYN,ACK ack 1 | C>S ACK | S>C 0:1", "1 ESTABLISHED/SYN-RECEIVED | 2 ESTABLISHED/ESTABLISHED"],
  ["a FIN", "C>S FIN ack 1 | S>C ACK", "1 FIN-WAIT-1?/CLOSE-WAIT? | 2 FIN-WAIT-2?/CLOSE-WAIT?"],
  ["a reset", "C>S RST ack 1", "1 CLOSED/CLOSED?"],
  ["what no connection sends", "C>S !ACK 0:5 | S>C RST,ACK", "1 CLOSED?/CLOSED?"],
];

const closings: readonly Picture[] = [
  [
    "a close in four segments (figure 12)",
    `${open} | C>S FIN | S>C ACK | S>C FIN | C>S ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 FIN-WAIT-2/CLOSE-WAIT | 6 TIME-WAIT/LAST-ACK | 7 TIME-WAIT/CLOSED?`,
  ],
  [
    "the same begun by the server",
    `${open} | S>C FIN | C>S ACK | C>S FIN | S>C ACK`,
    `${opened} | 4 CLOSE-WAIT/FIN-WAIT-1 | 5 CLOSE-WAIT/FIN-WAIT-2 | 6 LAST-ACK/TIME-WAIT | 7 CLOSED?/TIME-WAIT`,
  ],
  [
    "a close in three segments",
    `${open} | C>S FIN | S>C FIN | C>S ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 TIME-WAIT/LAST-ACK | 6 TIME-WAIT/CLOSED?`,
  ],
  [
    "the same begun by the server",
    `${open} | S>C FIN | C>S FIN | S>C ACK`,
    `${opened} | 4 CLOSE-WAIT/FIN-WAIT-1 | 5 LAST-ACK/TIME-WAIT | 6 CLOSED?/TIME-WAIT`,
  ],
  [
    "a simultaneous close (figure 13)",
    `${open} | C>S FIN | S>C FIN ack 1 | C>S ACK | S>C ACK`,
    `${opened} | 4 FIN-WAIT-1/ESTABLISHED | 5 CLOSING/FIN-WAIT-1 | 5 CLOSING/CLOSING | 6 CLOSING/TIME-WAIT | 7 TIME-WAIT?/TIME-WAIT`,
  ],
  [
    "a half-close with data after the FIN",
    `${open} | C>S FIN | S>C 0:9 | C>S ACK | S>C FIN | C>S ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 FIN-WAIT-2/CLOSE-WAIT | 7 TIME-WAIT/LAST-ACK | 8 TIME-WAIT/CLOSED?`,
  ],
  [
    "a FIN that only one side sends",
    `${open} | C>S FIN | S>C ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 FIN-WAIT-2?/CLOSE-WAIT`,
  ],
  [
    "a server that closes at once",
    "C>S SYN | S>C SYN,ACK | S>C FIN | C>S ACK | C>S FIN | S>C ACK",
    "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 3 CLOSE-WAIT/FIN-WAIT-1 | 4 CLOSE-WAIT/FIN-WAIT-2 | 5 LAST-ACK/TIME-WAIT | 6 CLOSED?/TIME-WAIT",
  ],
  [
    "a client whose third segment is its FIN",
    "C>S SYN | S>C SYN,ACK | C>S FIN | S>C FIN | C>S ACK",
    "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 3 FIN-WAIT-1/CLOSE-WAIT | 4 TIME-WAIT/LAST-ACK | 5 TIME-WAIT/CLOSED?",
  ],
  [
    "a FIN sent again because it was lost",
    `${open} | C>S FIN | C>S FIN seq 1 | S>C ACK`,
    `${opened} | 4 FIN-WAIT-1/ESTABLISHED | 5 FIN-WAIT-1/CLOSE-WAIT | 6 FIN-WAIT-2?/CLOSE-WAIT`,
  ],
  [
    "a last ACK that was lost",
    `${open} | C>S FIN | S>C ACK | S>C FIN | C>S ACK | S>C FIN seq 1 | C>S ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 FIN-WAIT-2/CLOSE-WAIT | 6 TIME-WAIT/LAST-ACK | 9 TIME-WAIT/CLOSED?`,
  ],
  [
    "a FIN that has to wait for lost data",
    `${open} | C>S 0:10 | C>S 10:20 | C>S FIN | S>C ack 11 | C>S 10:20 | S>C ack 22`,
    `${opened} | 6 FIN-WAIT-1/ESTABLISHED | 8 FIN-WAIT-1/CLOSE-WAIT | 9 FIN-WAIT-2?/CLOSE-WAIT`,
  ],
  [
    "a FIN that crosses data",
    `${open} | C>S FIN | S>C 0:10 ack 1 | S>C ack 2 | C>S ACK`,
    `${opened} | 4 FIN-WAIT-1/ESTABLISHED | 5 FIN-WAIT-1/CLOSE-WAIT | 6 FIN-WAIT-2/CLOSE-WAIT`,
  ],
  ["keep-alives, which change nothing", `${open} | C>S 0:5 | S>C ACK | C>S seq 5 | S>C ACK`, opened],
];

const resets: readonly Picture[] = [
  ["refusal", "C>S SYN | S>C RST,ACK", "1 SYN-SENT/CLOSED | 2 CLOSED?/CLOSED"],
  [
    "refusal, and another try",
    "C>S SYN | S>C RST,ACK seq 0 | C>S SYN seq 0 | S>C RST,ACK seq 0",
    "1 SYN-SENT/CLOSED | 2 CLOSED/CLOSED | 3 SYN-SENT/CLOSED | 4 CLOSED?/CLOSED",
  ],
  ["an answer that acknowledges no SYN of its", "C>S SYN | S>C RST,ACK ack 0", "1 SYN-SENT/CLOSED"],
  [
    "a port scan: back to LISTEN",
    "C>S SYN | S>C SYN,ACK | C>S RST",
    "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 3 CLOSED/LISTEN?",
  ],
  [
    "the server in SYN-RECEIVED",
    "C>S SYN | S>C SYN,ACK | S>C RST",
    "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED?/SYN-RECEIVED | 3 CLOSED?/CLOSED",
  ],
  [
    "simultaneous open",
    "C>S SYN | S>C SYN | C>S RST seq 1",
    "1 SYN-SENT/CLOSED | 2 SYN-RECEIVED?/SYN-SENT | 2 SYN-RECEIVED?/SYN-RECEIVED? | 3 CLOSED/CLOSED?",
  ],
  ["an own SYN", "C>S SYN | C>S RST,ACK", "1 SYN-SENT/SYN-RECEIVED? | 2 CLOSED/LISTEN?"],
  ["the client in ESTABLISHED", `${open} | C>S 0:1 | S>C 0:1 | C>S RST,ACK`, `${opened} | 6 CLOSED/CLOSED?`],
  ["the server in ESTABLISHED", `${open} | C>S 0:1 | S>C 0:1 | S>C RST,ACK`, `${opened} | 6 CLOSED?/CLOSED`],
  ["CLOSE-WAIT", `${open} | C>S FIN | S>C RST,ACK`, `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 CLOSED?/CLOSED`],
  ["FIN-WAIT-1", `${open} | S>C 0:1 | C>S FIN | C>S RST,ACK`, `${opened} | 5 FIN-WAIT-1/CLOSE-WAIT? | 6 CLOSED/CLOSED?`],
  [
    "FIN-WAIT-2 by the other side",
    `${open} | C>S FIN | S>C ACK | S>C RST,ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 FIN-WAIT-2?/CLOSE-WAIT | 6 CLOSED?/CLOSED`,
  ],
  [
    "data for one that has closed for good",
    `${open} | C>S FIN | S>C ACK | S>C 0:5 | C>S RST,ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 FIN-WAIT-2/CLOSE-WAIT | 7 CLOSED/CLOSED?`,
  ],
  [
    "CLOSING",
    `${open} | C>S FIN | S>C FIN ack 1 | C>S RST,ACK`,
    `${opened} | 4 FIN-WAIT-1/ESTABLISHED | 5 CLOSING/FIN-WAIT-1 | 5 CLOSING/CLOSING? | 6 CLOSED/CLOSED?`,
  ],
  [
    "TIME-WAIT and LAST-ACK",
    `${open} | C>S FIN | S>C FIN | C>S RST,ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 TIME-WAIT/LAST-ACK | 6 CLOSED/CLOSED?`,
  ],
  [
    "LAST-ACK and TIME-WAIT",
    `${open} | C>S FIN | S>C FIN | S>C RST,ACK`,
    `${opened} | 4 FIN-WAIT-1/CLOSE-WAIT | 5 TIME-WAIT?/LAST-ACK | 6 CLOSED?/CLOSED`,
  ],
  [
    "a number outside the window: not heard",
    `${open} | S>C 0:1 | C>S ACK | S>C RST !ACK seq 90000 | C>S 0:1`,
    `${opened} | 6 ESTABLISHED/CLOSED`,
  ],
  [
    "a number in the window that is not the next: answered, not obeyed (RFC 5961 §3.2)",
    `${open} | S>C 0:1 | C>S ACK | S>C RST !ACK seq 100 | C>S ACK`,
    `${opened} | 6 ESTABLISHED/CLOSED`,
  ],
  ["a number long past", `${open} | S>C 0:10 | C>S ACK | S>C RST !ACK seq 5`, `${opened} | 6 ESTABLISHED/CLOSED`],
  [
    "a reset that crosses data",
    `${open} | S>C 0:1 | S>C RST,ACK | C>S 0:9 ack 2`,
    `${opened} | 5 ESTABLISHED/CLOSED | 6 CLOSED?/CLOSED`,
  ],
  ["a reset from somebody else: its sender goes on", `${open} | C>S 0:1 | S>C 0:1 | C>S RST,ACK | C>S 1:10 | S>C ACK`, opened],
];

describe("states of both ends", () => {
  const parts = { "go through": openings, "begin late with": lateStarts, "close with": closings, "are reset by": resets };
  for (const [part, pictures] of Object.entries(parts)) {
    for (const [what, picture, expected] of pictures) it(`${part} ${what}`, () => assert.equal(statePath(picture), expected));
  }

  // what happens within a host leaves no segment
  const unseen: ReadonlySet<TcpEvent> = new Set(["close", "wait-over"]);

  it("go every way through the diagram that the wire shows", () => {
    const pictures = [...openings, ...lateStarts, ...closings, ...resets].map(([, picture]) => picture);
    const taken = new Set(pictures.flatMap((picture) => changesOf(picture).flatMap(({ steps }) => steps.flat())));
    const missing = transitions.filter((transition) => !taken.has(transition) && !unseen.has(transition.event));
    assert.deepEqual(
      missing.map(({ from, event }) => `${from} ${event}`),
      // a listening end that opens by itself looks as if it had not listened; nothing is sent from SYN-RECEIVED before its SYN is acknowledged
      ["LISTEN send-syn", "SYN-RECEIVED receive-fin"],
    );
  });

  it("have a diagram without states that cannot be reached, and events that nothing waits for", () => {
    for (const state of tcpStates)
      assert.ok(
        transitions.some(({ to }) => to === state),
        state,
      );
    for (const event of tcpEvents)
      assert.ok(
        transitions.some((transition) => transition.event === event),
        event,
      );
  });
});
