import { strict as assert } from "node:assert";
import { EndpointStates } from "../../src/connections/states";
import { type TcpState, tcpStates, transitionFrom, transitions } from "../../src/protocols/tcpStates";
import { steps } from "../dsl/conversation";
import { wireSegments } from "../dsl/wireSegments";

/** Each change as `frame client/server`; `?` behind a state that is assumed. */
function path(picture: string): string {
  const states = new EndpointStates();
  for (const segment of wireSegments(picture)) states.add(segment);
  const client = steps(picture)[0].fromClient ? 0 : 1;
  return states.result.changes
    .map(({ frame, states: both, assumed }) => {
      const state = (end: number) => `${both[end]}${assumed[end] ? "?" : ""}`;
      return `${frame} ${state(client)}/${state(1 - client)}`;
    })
    .join(" | ");
}

const open = "C>S SYN | S>C SYN,ACK | C>S ACK";
const opened = "1 SYN-SENT/SYN-RECEIVED | 2 ESTABLISHED/SYN-RECEIVED | 3 ESTABLISHED/ESTABLISHED";

const pictures: Readonly<Record<string, readonly (readonly [what: string, picture: string, expected: string])[]>> = {
  opening: [
    ["a handshake (RFC 9293 figure 6), whose last ACK nothing confirms", open, `${opened}?`],
    ["a handshake that data confirms", `${open} | S>C 0:10`, opened],
    ["a SYN that nobody answers", "C>S SYN | C>S SYN seq 0", "1 SYN-SENT/LISTEN?"],
    ["a SYN sent again before it is answered", "C>S SYN | C>S SYN seq 0 | S>C SYN,ACK | C>S ACK | S>C 0:1",
      "1 SYN-SENT/LISTEN | 2 SYN-SENT/SYN-RECEIVED | 3 ESTABLISHED/SYN-RECEIVED | 4 ESTABLISHED/ESTABLISHED"],
  ],
};

describe("states", () => {
  for (const [part, list] of Object.entries(pictures)) {
    describe(part, () => {
      for (const [what, picture, expected] of list) it(`follow ${what}`, () => assert.equal(path(picture), expected));
    });
  }
});
void [transitionFrom, transitions, tcpStates]; type _ = TcpState;
