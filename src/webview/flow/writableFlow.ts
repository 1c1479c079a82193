import type { FlowFormat } from "../../view/flow/flowFormats";
import type { FlowView } from "../../view/flow/flowWindow";
import type { SeveralScope } from "../../view/onScreen/flowScope";
import type { Writable } from "../exporting";
import { engine, host } from "../host";

/** The flow of a connection, written out as it is shown. */
export const oneConnection = (stream: number, view: FlowView): Writable =>
  writableFlow(`flow-${stream}`, (format) => engine.writeFlow(stream, view, format));

export const severalConnections = (scope: SeveralScope, view: FlowView): Writable =>
  writableFlow("flow", (format) => engine.writeJointFlow(scope, view, format));

function writableFlow(name: string, write: (format: FlowFormat) => Promise<string>): Writable {
  return {
    name,
    choose: async () => {
      const choice = await host.chooseFlowExport();
      return choice && { ...choice, written: await write(choice.format) };
    },
    drawing: () => write("png"),
  };
}
