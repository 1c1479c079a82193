import { EndpointStates } from "../src/connections/states";
import { steps } from "./dsl/conversation";
import { wireSegments } from "./dsl/wireSegments";
for (const picture of process.argv.slice(2)) {
  const states = new EndpointStates();
  for (const segment of wireSegments(picture)) states.add(segment);
  const client = steps(picture)[0].fromClient ? 0 : 1;
  console.log(picture);
  console.log("   ", states.result.changes
    .map(({ frame, states: both, assumed }) => {
      const state = (end: number) => `${both[end]}${assumed[end] ? "?" : ""}`;
      return `${frame} ${state(client)}/${state(1 - client)}`;
    })
    .join(" | "));
}
