import type { FlowView } from "../../src/view/flow/flowWindow";

/** A flow as it is looked at first, but for the folding. */
export const plainView: FlowView = { notation: "wireshark", numbers: "relative", time: "even", folds: false, unfolded: [] };
